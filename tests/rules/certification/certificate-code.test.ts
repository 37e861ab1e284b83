import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codeBytes,
  codeFrom,
  codeLength,
  normaliseCode,
  printedCode,
} from "~/certification/rules/certificate-code";
import { certificateNumber, mentorCodePrefix, nextMentorCode } from "~/certification/rules/numbering";

describe("a certificate's code", () => {
  it("carries at least eighty bits", () => {
    expect(codeLength * 5).toBeGreaterThanOrEqual(80);
    expect(codeBytes * 8).toBeGreaterThanOrEqual(codeLength * 5);
  });

  it("uses every bit: bytes that differ in the bits taken give other codes", () => {
    const zero = codeFrom(new Uint8Array(codeBytes));
    expect(zero).toBe("0".repeat(codeLength));
    const codes = new Set(
      Array.from({ length: codeLength * 5 }, (_, bit) => {
        const bytes = new Uint8Array(codeBytes);
        bytes[codeBytes - 1 - Math.floor(bit / 8)] = 1 << (bit % 8);
        return codeFrom(bytes);
      }),
    );
    expect(codes.size).toBe(codeLength * 5);
  });

  it("is read back however it is written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (bytes) => {
        const code = codeFrom(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
        expect(normaliseCode(printedCode(code))).toBe(code);
        expect(normaliseCode(` ${printedCode(code).toLowerCase().replaceAll("-", " – ")} `)).toBe(code);
        expect(normaliseCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
        expect(normaliseCode(code.replaceAll("1", "I"))).toBe(code);
      }),
    );
  });

  it.each([
    "",
    "   ",
    "7K2QD",
    "7K2QD-9F0XM-A3B4C-5D6E",
    "7K2QD-9F0XM-A3B4C-5D6E77",
    "UUUUUUUUUUUUUUUUUUUU",
    "ž".repeat(20),
  ])("%j cannot be one", (typed) => {
    expect(normaliseCode(typed)).toBeNull();
  });

  it("does not repeat", () => {
    const codes = Array.from({ length: 500 }, () => codeFrom(randomBytes(codeBytes)));
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("numbers", () => {
  it("of certificates begin with the year", () => {
    expect(certificateNumber(2026, 7)).toBe("2026/0007");
    expect(certificateNumber(2026, 12345)).toBe("2026/12345");
  });

  it("of mentors go on in their region", () => {
    const prefix = mentorCodePrefix("CZ042");
    expect(prefix).toBe("M-ULK-");
    expect(mentorCodePrefix(null)).toBe("M-CZ-");
    expect(mentorCodePrefix("CZ999")).toBe("M-CZ-");
    expect(nextMentorCode(prefix, [])).toBe("M-ULK-0001");
    expect(nextMentorCode(prefix, ["M-ULK-0007", "M-ULK-0003", "M-LBK-0020", "M12", "M-ULK-x"])).toBe(
      "M-ULK-0008",
    );
  });
});
