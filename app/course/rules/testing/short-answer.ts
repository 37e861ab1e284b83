/**
 * A short answer as it is compared: case, accents, spaces and the full stop at the end do not matter, and a number
 * is the same however its thousands are set apart: "2 700", "2.700" and "2700", or "1,5" and "1.5".
 */
export function normalisedAnswer(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[‐-―−]/gu, "-")
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(/^[.,;:!?"'„“”‚‘’()]+|[.,;:!?"'„“”‚‘’()]+$/gu, "");
  return /^\d{1,12}([.,]\d{1,12})*$/.test(plain) ? normalisedNumber(plain) : plain;
}

function normalisedNumber(digits: string): string {
  const whole = /^\d{1,3}(\.\d{3})+$/.test(digits) ? digits.replaceAll(".", "") : digits;
  const value = Number(whole.replace(",", "."));
  return Number.isFinite(value) ? String(value) : digits;
}

/** Whether the words are one of the accepted answers. */
export function isAccepted(words: string, accepted: readonly string[]): boolean {
  const given = normalisedAnswer(words);
  return given !== "" && accepted.some((one) => normalisedAnswer(one) === given);
}
