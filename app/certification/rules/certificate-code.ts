/** The code of the public verification page: 100 random bits in Crockford's base 32, read aloud without doubt. */

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const codeLength = 20;
export const codeBytes = 13;
const groupLength = 5;

/** A code made of random bytes; five bits of them are one character. */
export function codeFrom(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: codeLength }, (_, index) => {
    return alphabet[Number((bits >> BigInt(index * 5)) & 31n)]!;
  }).join("");
}

/**
 * A code as somebody typed it, brought to the stored spelling: spaces, dashes and case do not matter, O is
 * zero, I and L are one. Null when it cannot be a code.
 */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._]+/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}

/** The code in groups, as it is printed: 7K2QD-9F0XM-… */
export function printedCode(code: string): string {
  return code.match(new RegExp(`.{1,${groupLength}}`, "g"))?.join("-") ?? code;
}
