import { familyEnding, isGivenName } from "./czech-names";

/**
 * Looks for what could identify somebody in a text that must not name anybody. It guesses: people are asked
 * to look again, never refused.
 */
export type PersonalDataKind = "birthNumber" | "phone" | "email" | "address" | "name";

export interface PersonalDataHint {
  kind: PersonalDataKind;
  /** The words as they stand in the text. */
  found: string;
}

const email = /[^\s@,;()<>]+@[^\s@,;()<>]+\.\p{L}{2,}/gu;
const birthNumberWithSlash = /(?<!\d)\d{6}\s?\/\s?\d{3,4}(?!\d)/g;
/** Ten digits, also in two parts: 855412 1234. */
const tenDigits = /(?<!\d)\d{6}[\s-]?\d{4}(?!\d)/g;
/** Nine digits as people group them, with or without the country's number. */
const phone =
  /(?<!\d)(?:(?:\+|00)42[01][\s.-]?)?\d{3}(?:[\s./-]?\d{3}[\s./-]?\d{3}|[\s./-]\d{2}[\s./-]\d{2}[\s./-]\d{2})(?!\d)/g;
/** "ulice Krásná 5", "v ulici Krásné", "náměstí Míru", "č. p. 12". */
const street =
  /(?<!\p{L})(?:(?:ulic\p{L}{1,2}|ul\.|náměstí|nám\.|tříd\p{L}{1,2}|tř\.|nábřeží|nábř\.)\s*\p{Lu}\p{L}*(?:\s+\d{1,4}(?:\/\d{1,4})?[a-z]?(?!\p{L}))?|\p{Lu}\p{L}+\s+ulic\p{L}{1,2}|(?:č\.\s?p\.|čp\.?)\s*\d{1,4})/gu;
/** "v Nádražní 12", "na Husově 5/3": a word that ends like a street, and a number of a house. */
const house =
  /(?<![\p{L}\d])\p{Lu}\p{Ll}*(?:ov[ayuěé]|[sc]k[áéou]{1,2}|ní|ého|ých)\s+\d{1,4}(?:\/\d{1,4})?[a-z]?(?![\p{L}\d:/]|\.\d)/gu;
/** "pan Novák", "paní Nováková": in any case, followed by a word with a capital. */
const afterHonorific =
  /(?<!\p{L})(?:pan|pana|panu|pane|panem|paní|slečn[aouy]|slečnou|strýc\p{L}{0,3}|tet[aouy])\s+(?!\p{Lu}\p{Lu})(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?)/gu;
const capitalised = /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:[-\s]+\p{Lu}\p{Ll}+)?/gu;

/** Everything that looks like personal data, in the order of the text, each once. */
export function personalDataHints(text: string): PersonalDataHint[] {
  const found: (PersonalDataHint & { at: number; end: number })[] = [];
  const add = (kind: PersonalDataKind, at: number, words: string) => {
    const end = at + words.length;
    if (found.some((hint) => at < hint.end && hint.at < end)) return;
    found.push({ kind, found: words, at, end });
  };
  for (const match of text.matchAll(email)) add("email", match.index, match[0]);
  for (const match of text.matchAll(birthNumberWithSlash)) add("birthNumber", match.index, match[0]);
  for (const match of text.matchAll(tenDigits)) {
    if (looksLikeBirthNumber(match[0])) add("birthNumber", match.index, match[0]);
  }
  for (const match of text.matchAll(phone)) add("phone", match.index, match[0].trim());
  for (const match of text.matchAll(street)) add("address", match.index, match[0]);
  for (const match of text.matchAll(house)) {
    if (!beginsSentence(text, match.index)) add("address", match.index, match[0]);
  }
  for (const match of text.matchAll(afterHonorific)) add("name", match.index, match[0]);
  for (const match of text.matchAll(capitalised)) {
    const name = nameIn(match[0], beginsSentence(text, match.index));
    if (name) add("name", match.index + match[0].indexOf(name), name);
  }
  const hints = found.sort((a, b) => a.at - b.at).map(({ kind, found: words }) => ({ kind, found: words }));
  return hints.filter(
    (hint, index) =>
      hints.findIndex(({ kind, found: words }) => kind === hint.kind && words === hint.found) === index,
  );
}

/**
 * The digits of a birth number begin with a day (a woman's month has fifty more, a crowded day's twenty). They
 * should be divisible by eleven, but one written down with a slip still tells whose it is.
 */
function looksLikeBirthNumber(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  return ((month >= 1 && month <= 12) || (month >= 21 && month <= 32)) && day >= 1 && day <= 31;
}

/** The part of one or two capitalised words that is somebody's name, or null. */
function nameIn(words: string, atStart: boolean): string | null {
  const [first = "", second] = words.split(/[-\s]+/);
  if (second !== undefined) {
    if (isGivenName(first) || familyEnding.test(second)) return words;
    return isGivenName(second) ? second : null;
  }
  // "Bytová situace" has a capital only because it begins the sentence.
  return isGivenName(first) || (familyEnding.test(first) && !atStart) ? first : null;
}

function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:\n„“"(–-])\s*$/u.test(text.slice(0, index));
}
