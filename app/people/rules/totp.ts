import { verifyHOTP } from "@oslojs/otp";

/** Time-based one-time passwords as authenticator apps make them: 6 figures, 30 seconds, SHA-1. */

export const totpDigits = 6;
export const totpPeriodMs = 30_000;

/** The time step of a moment. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / totpPeriodMs);
}

/**
 * The step a code belongs to: this one, the one before or the next, for clocks that differ a little.
 * A step that was used, or any before it, is not accepted again.
 * @param lastStep the last step a code was accepted for; null when none was
 * @returns null when the code fits no usable step
 */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const current = totpStep(now);
  const steps = [current, current - 1, current + 1].filter((step) => step >= 0);
  const usable = steps.filter((step) => lastStep === null || step > lastStep);
  return usable.find((step) => verifyHOTP(secret, BigInt(step), totpDigits, code)) ?? null;
}

/** What was typed, without the spaces apps show codes with. */
export function plainCode(text: string): string {
  return text.replace(/[\s-]/g, "").toLowerCase();
}
