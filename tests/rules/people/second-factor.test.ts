import { randomBytes } from "node:crypto";
import { generateHOTP, generateTOTP } from "@oslojs/otp";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { groupedCode, isRecoveryCode, recoveryCode } from "~/people/rules/recovery-codes";
import { matchingStep, plainCode, totpDigits, totpPeriodMs, totpStep } from "~/people/rules/totp";

const secret = new TextEncoder().encode("12345678901234567890");
const codeAt = (step: number) => generateHOTP(secret, BigInt(step), totpDigits);

describe("a code from the app", () => {
  // RFC 6238, appendix B (SHA-1), the last six of the eight figures.
  it.each([
    ["1970-01-01T00:00:59Z", "287082"],
    ["2005-03-18T01:58:29Z", "081804"],
    ["2009-02-13T23:31:30Z", "005924"],
    ["2033-05-18T03:33:20Z", "279037"],
  ])("at %s is %s", (moment, code) => {
    const now = new Date(moment);
    expect(matchingStep(secret, code, now, null)).toBe(totpStep(now));
  });

  it("is what the library makes by the system's clock", () => {
    vi.useFakeTimers({ now: new Date("2026-03-02T08:00:10Z") });
    const code = generateTOTP(secret, totpPeriodMs / 1000, totpDigits);
    expect(matchingStep(secret, code, new Date(), null)).not.toBeNull();
    vi.useRealTimers();
  });

  it("may be one step old or early, not two", () => {
    const now = new Date("2026-03-02T08:00:10Z");
    const step = totpStep(now);
    const found = [-2, -1, 0, 1, 2].map(
      (offset) => matchingStep(secret, codeAt(step + offset), now, null) !== null,
    );
    expect(found).toEqual([false, true, true, true, false]);
  });

  it("is not accepted for a step that was used, nor for an earlier one", () => {
    const now = new Date("2026-03-02T08:00:10Z");
    const step = totpStep(now);
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), (typed, last) => {
        const found = matchingStep(secret, codeAt(step + typed), now, step + last);
        if (found !== null) expect(found).toBeGreaterThan(step + last);
        if (typed > last && Math.abs(typed) <= 1) expect(found).toBe(step + typed);
      }),
    );
  });

  it.each(["", "12345", "1234567", "abcdef", "12 456", "１２３４５６"])("%j is not one", (code) => {
    expect(matchingStep(secret, code, new Date(0), null)).toBeNull();
  });

  it("may be typed with spaces", () => {
    expect(plainCode(" 287 082 ")).toBe("287082");
  });
});

describe("a recovery code", () => {
  it("is recognised however it is typed, and never taken for a code from the app", () => {
    for (let round = 0; round < 200; round += 1) {
      const code = recoveryCode(randomBytes(48));
      expect(isRecoveryCode(plainCode(groupedCode(code).toUpperCase()))).toBe(true);
      expect(/^\d{6}$/.test(code)).toBe(false);
    }
  });

  it("uses every character of its alphabet about as often", () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < 4000; round += 1) {
      for (const character of recoveryCode(randomBytes(48)))
        seen.set(character, (seen.get(character) ?? 0) + 1);
    }
    const expected = 48_000 / seen.size;
    for (const count of seen.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.2);
    expect(seen.has("l") || seen.has("o") || seen.has("0") || seen.has("1")).toBe(false);
  });

  it("is not made of too few random bytes", () => {
    expect(() => recoveryCode(new Uint8Array(11))).toThrow(RangeError);
  });
});
