import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitstring, statusListLength } from "~/certification/rules/certificate/status-list";

const place = fc.integer({ min: 0, max: statusListLength - 1 });
const bitAt = (bits: Uint8Array, index: number) => (bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1;

describe("the status list", () => {
  it("is as long as the standard asks at least: sixteen kilobytes", () => {
    expect(bitstring([]).length).toBe(16 * 1024);
  });

  it("has the first place in the left-most bit", () => {
    expect(bitstring([0])[0]).toBe(0b1000_0000);
    expect(bitstring([7])[0]).toBe(0b0000_0001);
    expect(bitstring([statusListLength - 1]).at(-1)).toBe(1);
  });

  it("has ones at the places given and nowhere else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 50 }), place, (places, other) => {
        const bits = bitstring(places);
        for (const index of places) expect(bitAt(bits, index)).toBe(1);
        expect(bitAt(bits, other)).toBe(places.includes(other) ? 1 : 0);
        const ones = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
        expect(ones).toBe(places.length);
      }),
      { numRuns: 50 },
    );
  });

  it.each([-1, statusListLength, 1.5, Number.NaN])("has no place %d", (index) => {
    expect(() => bitstring([index])).toThrow(RangeError);
  });
});
