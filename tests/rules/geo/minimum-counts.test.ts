import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregateWithMinimum } from "~/platform/geo/minimum-counts";

/** All values a left out count may have, for somebody who knows the total and which keys were left out. */
function possibleValues(leftSum: number, leftCells: number, minimum: number): Set<number> {
  const found = new Set<number>();
  const fits = (sum: number, cells: number): boolean => {
    if (cells === 0) return sum === 0;
    for (let value = 1; value < minimum; value++) if (fits(sum - value, cells - 1)) return true;
    return false;
  };
  for (let value = 1; value < minimum; value++) if (fits(leftSum - value, leftCells - 1)) found.add(value);
  return found;
}

const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 })), {
  maxLength: 7,
});

describe("counts with a minimum", () => {
  test("never show a small count, nor leave out one that is large enough", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 8 }), (pairs, minimum) => {
        const sums = new Map<number, number>();
        for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
        const { cells, incomplete } = aggregateWithMinimum(pairs, minimum);
        expect(new Map(cells.map(({ key, count }) => [key, count]))).toEqual(
          new Map([...sums].filter(([, count]) => count >= minimum)),
        );
        expect(incomplete).toBe([...sums.values()].some((count) => count > 0 && count < minimum));
      }),
    );
  });

  test("give no total from which a left out count could be worked out", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (pairs, minimum) => {
        const { cells, incomplete, total } = aggregateWithMinimum(pairs, minimum);
        if (total === null || !incomplete) return;
        const sums = new Map<number, number>();
        for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
        const left = [...sums.values()].filter((count) => count > 0 && count < minimum);
        const leftSum = total - cells.reduce((sum, { count }) => sum + count, 0);
        expect(leftSum).toBe(left.reduce((sum, count) => sum + count, 0));
        expect(leftSum).toBeGreaterThanOrEqual(minimum);
        expect(possibleValues(leftSum, left.length, minimum).size).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  test("examples", () => {
    const made = (...pairs: [string, number][]) => aggregateWithMinimum(pairs, 5);
    expect(made(["Most", 9], ["Louny", 5]).total).toBe(14);
    // One left out count would be the difference.
    expect(made(["Most", 9], ["Louny", 4])).toEqual({
      cells: [{ key: "Most", count: 9 }],
      incomplete: true,
      total: null,
    });
    // Two that make six may be 2 + 4, 3 + 3, 4 + 2.
    expect(made(["Most", 9], ["Louny", 4], ["Teplice", 2]).total).toBe(15);
    // Two that make eight can only be four each; two that make four are fewer than the minimum.
    expect(made(["Most", 9], ["Louny", 4], ["Teplice", 4]).total).toBeNull();
    expect(made(["Most", 9], ["Louny", 2], ["Teplice", 2]).total).toBeNull();
    expect(made().total).toBe(0);
  });

  test("are whole numbers", () => {
    for (const wrong of [-1, 0.5, Number.NaN])
      expect(() => aggregateWithMinimum([["a", wrong]], 5)).toThrow(RangeError);
    for (const wrong of [0, 1.5, Number.NaN])
      expect(() => aggregateWithMinimum([], wrong)).toThrow(RangeError);
  });
});
