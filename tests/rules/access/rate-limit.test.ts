import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attempt,
  firstPauseMs,
  longestPauseMs,
  minutesUntil,
  pauseMs,
  type ConsecutiveLimit,
  type Counter,
  type RateLimit,
  type WindowLimit,
} from "~/access/rate-limit";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date("2026-03-02T08:00:00Z").getTime();
const at = (ms: number) => new Date(start + ms);

const tenInARow: ConsecutiveLimit = { kind: "consecutive", name: "test", attempts: 10 };
const hundredADay: WindowLimit = { kind: "window", name: "test", attempts: 100, windowMs: day };

/** Makes failing attempts at given moments; says which were let through. */
function failures(limit: RateLimit, moments: number[]): { allowed: boolean[]; counter: Counter | null } {
  let counter: Counter | null = null;
  const allowed = moments.map((moment) => {
    const result = attempt(limit, counter, at(moment));
    if (result.allowed) counter = result.counter;
    return result.allowed;
  });
  return { allowed, counter };
}

const many = (count: number, step = 1000, from = 0) =>
  Array.from({ length: count }, (_, index) => from + index * step);

describe("failures in a row", () => {
  it("are let through ten times, then not", () => {
    const { allowed } = failures(tenInARow, many(15));
    expect(allowed.filter(Boolean)).toHaveLength(10);
    expect(allowed.slice(0, 10).every(Boolean)).toBe(true);
  });

  it("are followed by pauses that double up to a day", () => {
    expect(pauseMs(tenInARow, 9)).toBe(0);
    expect(pauseMs(tenInARow, 10)).toBe(firstPauseMs);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 500 }), (failed) => {
        const pause = pauseMs(tenInARow, failed);
        expect(pauseMs(tenInARow, failed + 1)).toBe(Math.min(pause * 2, longestPauseMs));
      }),
    );
  });

  it("allow one try after a pause, and then a longer pause", () => {
    const tries = [...many(10), 9000 + firstPauseMs, 9000 + firstPauseMs + 1000, 9000 + 3 * firstPauseMs];
    expect(failures(tenInARow, tries).allowed.slice(10)).toEqual([true, false, true]);
  });

  it("are forgotten after a day of rest", () => {
    expect(failures(tenInARow, [...many(9), 9000 + day + 1]).counter?.points).toBe(1);
    expect(failures(tenInARow, [...many(10), 9000 + firstPauseMs + day + 1]).counter?.points).toBe(1);
  });

  it("never let through more than ten in any quarter of an hour", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4 * 60), { maxLength: 80 }), (minutes) => {
        const moments = [...minutes].sort((a, b) => a - b).map((one) => one * minute);
        const { allowed } = failures(tenInARow, moments);
        const passed = moments.filter((_, index) => allowed[index]);
        for (const from of passed) {
          const near = passed.filter((moment) => moment >= from && moment - from < firstPauseMs);
          expect(near.length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

describe("a window", () => {
  it("lets through a hundred a day, and the next day again", () => {
    expect(failures(hundredADay, many(105)).allowed.filter(Boolean)).toHaveLength(100);
    expect(failures(hundredADay, [...many(105), day]).allowed.at(-1)).toBe(true);
  });

  it("is not prolonged by refused attempts", () => {
    const refused = attempt(hundredADay, { points: 100, expiresAt: at(minute) }, at(0));
    expect(refused).toEqual({ allowed: false, retryAt: at(minute) });
  });
});

it("says at least one minute to wait", () => {
  expect(minutesUntil(at(0), at(0))).toBe(1);
  expect(minutesUntil(at(61_000), at(0))).toBe(2);
});
