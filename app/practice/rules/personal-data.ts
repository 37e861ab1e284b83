import { familyEnding, isGivenName } from "./czech-names";

/**
 * Looks for what could identify somebody in a text that must not name anybody. It guesses: people are asked
 * to look again, never refused.
 */
export type PersonalDataKind = "birthNumber" | "phone" | "email" | "name";

export interface PersonalDataHint {
  kind: PersonalDataKind;
  /** The words as they stand in the text. */
  found: string;
}

const email = /[^\s@,;()<>]+@[^\s@,;()<>]+\.\p{L}{2,}/gu;
const birthNumberWithSlash = /(?<!\d)\d{6}\s?\/\s?\d{3,4}(?!\d)/g;
const nineOrTenDigits = /(?<!\d)\d{9,10}(?!\d)/g;
const phone = /(?:(?:\+|00)42[01][\s-]?)?(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/g;
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
  for (const match of text.matchAll(nineOrTenDigits)) {
    if (looksLikeBirthNumber(match[0])) add("birthNumber", match.index, match[0]);
  }
  for (const match of text.matchAll(phone)) add("phone", match.index, match[0].trim());
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

/** Ten digits of a birth number make a day of a month, and are divisible by eleven (with one old exception). */
function looksLikeBirthNumber(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  const dated = ((month >= 1 && month <= 12) || (month >= 21 && month <= 32)) && day >= 1 && day <= 31;
  if (!dated || digits.length === 9) return false;
  return Number(digits) % 11 === 0 || (Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith("0"));
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
