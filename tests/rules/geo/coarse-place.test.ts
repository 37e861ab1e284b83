import fc from "fast-check";
import { expect, test } from "vitest";
import { roundedTo } from "~/platform/geo/coarse-place";
import { kilometresBetween } from "~/platform/geo/planar";

const place = fc.record({
  lat: fc.double({ min: 48, max: 52, noNaN: true }),
  lon: fc.double({ min: 11, max: 20, noNaN: true }),
});

test("a place moves by no more than half a square's diagonal, and only once", () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 50, max: 20_000 }), (original, metres) => {
      const rounded = roundedTo(metres)(original);
      expect(kilometresBetween(original, rounded)).toBeLessThanOrEqual((metres / 1000) * 0.72);
      expect(kilometresBetween(roundedTo(metres)(rounded), rounded)).toBeLessThan(0.001);
    }),
  );
});

test("an unusable grid is refused", () => {
  for (const metres of [0, -5, Number.NaN, 1e6]) expect(() => roundedTo(metres)).toThrow(RangeError);
});
