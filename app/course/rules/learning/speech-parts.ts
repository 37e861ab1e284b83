/** Sentences longer than this are divided: some browsers fall silent in the middle of a long one. */
const longest = 220;

/** A paragraph as pieces a voice can read one after another; together they say all its words in order. */
export function speechParts(text: string): string[] {
  const sentences = text
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<=[.!?…][“”"')\]]?) (?=[\p{Lu}\p{N}„"'(])/u);
  return sentences.flatMap(divide).filter(Boolean);
}

function divide(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const head = sentence.slice(0, longest);
  const atSign = Math.max(
    ...[", ", "; ", ": ", " – "].map((sign) => head.lastIndexOf(sign) + sign.length - 1),
  );
  const at = atSign > longest / 3 ? atSign : head.lastIndexOf(" ");
  if (at <= 0) return [head, ...divide(sentence.slice(longest))];
  return [sentence.slice(0, at).trim(), ...divide(sentence.slice(at).trim())];
}

export interface VoiceFacts {
  lang: string;
  localService: boolean;
}

/**
 * A Czech voice that speaks on the device itself. Voices of a distant service are left out: what people read
 * is not sent to anybody.
 */
export function czechVoice<Voice extends VoiceFacts>(voices: readonly Voice[]): Voice | null {
  return (
    voices.find(({ lang, localService }) => localService && /^cs\b/i.test(lang.replace("_", "-"))) ?? null
  );
}
