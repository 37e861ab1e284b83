import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isMailAddress,
  leaseMs,
  maxAttempts,
  messageId,
  nextAttemptAt,
  oneLine,
  outboxFileName,
} from "~/platform/mail/letter";

const now = new Date("2026-05-01T10:00:00.000Z");

describe("an address", () => {
  it.each(["jana@example.cz", "jana.novakova+most@pmcr.example", "žofie@příklad.cz"])("may be %s", (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    "",
    "jana",
    "jana@",
    "@example.cz",
    "a@b@c",
    "Jana <jana@example.cz>",
    "a@example.cz, b@example.cz",
    "a@example.cz\nBcc: b@example.cz",
    "a@example.cz\r\n",
    "a b@example.cz",
    "a@example.cz\0",
    `${"a".repeat(250)}@example.cz`,
  ])("may not be %j", (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

describe("a subject", () => {
  it("stays on one line, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\r\n\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
    );
    expect(oneLine("Pozvánka\r\nBcc: zlo@example.cz")).toBe("Pozvánka Bcc: zlo@example.cz");
  });
});

describe("another attempt", () => {
  it("comes later each time and ends after the eighth", () => {
    const waits = Array.from({ length: maxAttempts - 1 }, (_, index) => {
      return (nextAttemptAt(index + 1, now)!.getTime() - now.getTime()) / 60_000;
    });
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128]);
    expect(nextAttemptAt(maxAttempts, now)).toBeNull();
    expect(leaseMs).toBeGreaterThan(100_000);
  });
});

describe("a letter sent twice", () => {
  it("has the same Message-ID and the same file", () => {
    const id = "018f2c1e-0000-4000-8000-000000000001";
    expect(messageId(id, "https://mentor.example.cz:8443/x")).toBe(`<${id}@mentor.example.cz>`);
    expect(outboxFileName(id, now)).toBe(`2026-05-01T10-00-00-000Z-${id}.eml`);
  });
});
