/** Codes for the day the phone is lost: ten, each good once. */

export const recoveryCodeCount = 10;

// Without letters and figures that are easily mistaken for each other.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const length = 12;

/** Makes one code from random bytes; at least twice as many as the code has characters. */
export function recoveryCode(random: Uint8Array): string {
  const usable = [...random].filter((byte) => byte < alphabet.length * 8);
  if (usable.length < length) throw new RangeError("Not enough random bytes for a recovery code");
  return usable
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join("");
}

/** How a code is shown: in groups of four. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Whether what was typed has the form of a recovery code rather than of a code from the app. */
export function isRecoveryCode(plain: string): boolean {
  return plain.length === length && [...plain].every((character) => alphabet.includes(character));
}
