import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timePrecisions } from "~/incidents/codebook";
import { firstDayOf, occurrenceOf, type SaidTime } from "~/incidents/rules/occurrence";
import { addDays, dayToDate } from "~/platform/days";

/** Sunday 22 November 2026, 9:30 in Prague. */
const now = new Date("2026-11-22T08:30:00Z");
const said = (change: Partial<SaidTime>): SaidTime => ({
  day: "2026-11-20",
  minute: null,
  precision: "DAY",
  ...change,
});

describe("when it happened", () => {
  test.each<[string, Partial<SaidTime>, ReturnType<typeof occurrenceOf>]>([
    ["a day", {}, { day: "2026-11-20", minute: null, precision: "DAY" }],
    ["today", { day: "2026-11-22" }, { day: "2026-11-22", minute: null, precision: "DAY" }],
    ["tomorrow", { day: "2026-11-23" }, { problem: "futureDay" }],
    [
      "an hour already gone",
      { day: "2026-11-22", minute: 570, precision: "MINUTE" },
      { day: "2026-11-22", minute: 570, precision: "MINUTE" },
    ],
    ["an hour to come", { day: "2026-11-22", minute: 571, precision: "MINUTE" }, { problem: "futureTime" }],
    [
      "a late hour of an earlier day",
      { minute: 1439, precision: "MINUTE" },
      { day: "2026-11-20", minute: 1439, precision: "MINUTE" },
    ],
    ["an hour that is not said", { precision: "MINUTE" }, { problem: "timeMissing" }],
    ["an hour beside a mere day", { minute: 600 }, { day: "2026-11-20", minute: null, precision: "DAY" }],
    ["a week by its Friday", { precision: "WEEK" }, { day: "2026-11-16", minute: null, precision: "WEEK" }],
    [
      "a week by its Sunday",
      { day: "2026-11-22", precision: "WEEK" },
      { day: "2026-11-16", minute: null, precision: "WEEK" },
    ],
    [
      "a week over the end of a year",
      { day: "2026-01-01", precision: "WEEK" },
      { day: "2025-12-29", minute: null, precision: "WEEK" },
    ],
    ["a month", { precision: "MONTH" }, { day: "2026-11-01", minute: null, precision: "MONTH" }],
    ["eleven years ago", { day: "2015-03-05" }, { day: "2015-03-05", minute: null, precision: "DAY" }],
    ["a year mistyped", { day: "0206-11-20" }, { problem: "tooLongAgo" }],
  ])("%s", (_name, change, expected) => {
    expect(occurrenceOf(said(change), now)).toEqual(expected);
  });

  test("the first day begins a period that holds the day meant", () => {
    const day = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays("1995-01-01", count));
    fc.assert(
      fc.property(day, fc.constantFrom(...timePrecisions), (meant, precision) => {
        const first = firstDayOf(meant, precision);
        expect(first <= meant).toBe(true);
        expect(firstDayOf(first, precision)).toBe(first);
        if (precision === "WEEK") expect(dayToDate(first).getUTCDay()).toBe(1);
        if (precision === "WEEK") expect(addDays(first, 7) > meant).toBe(true);
        if (precision === "MONTH") expect(first.slice(0, 7)).toBe(meant.slice(0, 7));
      }),
    );
  });
});
