import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archStones, STONES_PER_ARCH, stonesLaid } from "~/ui/bridge-geometry";
import { niceScale } from "~/ui/charts/scale";
import { iconNames } from "~/ui/icons";
import { around } from "~/ui/pagination";

describe("the bridge of progress", () => {
  test("an arch has ten different stones", () => {
    expect(new Set(archStones()).size).toBe(STONES_PER_ARCH);
  });

  test("each hour of theory is one stone of sixty", () => {
    for (let hour = 0; hour <= 60; hour += 1) expect(stonesLaid(hour * 45, 2700, 60)).toBe(hour);
  });

  test("the last stone waits until everything is done", () => {
    expect(stonesLaid(2699, 2700, 60)).toBe(59);
    expect(stonesLaid(2399.9, 2400, 40)).toBe(39);
    expect(stonesLaid(5000, 2400, 40)).toBe(40);
    expect(stonesLaid(0, 0, 40)).toBe(40);
    expect(stonesLaid(-5, 2400, 40)).toBe(0);
  });
});

describe("the scale of a chart", () => {
  test("ends above the largest value with at most five lines", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1_000_000, noNaN: true }), (largest) => {
        const { top, ticks } = niceScale(largest);
        expect(top).toBeGreaterThanOrEqual(largest);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)).toBeCloseTo(top);
      }),
    );
  });

  test("counts in whole numbers", () => {
    expect(niceScale(14)).toEqual({ top: 15, ticks: [0, 5, 10, 15] });
    expect(niceScale(3).ticks).toEqual([0, 1, 2, 3]);
    expect(niceScale(0).ticks).toEqual([0, 1]);
  });
});

test("pagination shows the ends and the neighbours", () => {
  expect(around(1, 1)).toEqual([1]);
  expect(around(1, 3)).toEqual([1, 2, 3]);
  expect(around(4, 15)).toEqual([1, 2, 3, 4, 5, null, 15]);
  expect(around(8, 15)).toEqual([1, null, 7, 8, 9, null, 15]);
  expect(around(15, 15)).toEqual([1, null, 14, 15]);
});

test("icons have different names", () => {
  expect(new Set(iconNames).size).toBe(iconNames.length);
});
