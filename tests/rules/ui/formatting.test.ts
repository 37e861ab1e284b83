import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDateTime,
  formatDay,
  formatDayRange,
  formatLongDay,
  formatMinutesAsHours,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTeachingHours,
  formatTimeOfDay,
  languageOf,
  pragueDay,
} from "~/ui/formatting";

/** Non-breaking spaces as plain ones, to be read in the expectations. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("days", () => {
  test("in Czech and in English", () => {
    expect(plain(formatDay("2026-11-22", "cs"))).toBe("22. 11. 2026");
    expect(plain(formatDay("2026-01-05", "cs"))).toBe("5. 1. 2026");
    expect(plain(formatDay("2026-11-22", "en"))).toBe("22 November 2026");
  });

  test("never break inside", () => {
    expect(formatDay("2026-11-22", "cs")).not.toContain(" ");
  });

  test("with the month in words", () => {
    expect(plain(formatLongDay("2026-09-01", "cs"))).toBe("1. září 2026");
  });

  test("as a range", () => {
    expect(plain(formatDayRange("2026-03-01", "2026-06-30", "cs"))).toBe("1. 3. – 30. 6. 2026");
    expect(plain(formatDayRange("2011-01-01", "2012-04-30", "cs"))).toBe("1. 1. 2011 – 30. 4. 2012");
    expect(plain(formatDayRange("2026-03-01", "2026-03-01", "cs"))).toBe("1. 3. 2026");
  });

  test("a month", () => {
    expect(formatMonth("2025-07")).toBe("7/2025");
  });

  test("what is not a day comes back unchanged", () => {
    expect(formatDay("včera", "cs")).toBe("včera");
    expect(formatDay("2026-13-01", "cs")).toBe("2026-13-01");
  });
});

describe("instants in Europe/Prague", () => {
  test("summer and winter time", () => {
    expect(plain(formatDateTime("2026-07-01T06:05:00Z", "cs"))).toBe("1. 7. 2026 v 8:05");
    expect(plain(formatDateTime("2026-12-01T06:05:00Z", "cs"))).toBe("1. 12. 2026 v 7:05");
    expect(plain(formatDateTime(new Date("2026-12-01T06:05:00Z"), "en"))).toBe("1 December 2026 at 07:05");
  });

  test("the day there, not in UTC", () => {
    expect(pragueDay("2026-06-30T22:30:00Z")).toBe("2026-07-01");
    expect(pragueDay("2026-12-31T22:30:00Z")).toBe("2026-12-31");
    expect(plain(formatDateTime("2026-06-30T22:30:00Z", "cs"))).toBe("1. 7. 2026 v 0:30");
  });
});

describe("durations", () => {
  test("minutes as hours", () => {
    expect(plain(formatMinutesAsHours(150))).toBe("2 h 30 min");
    expect(plain(formatMinutesAsHours(180))).toBe("3 h");
    expect(plain(formatMinutesAsHours(45))).toBe("45 min");
    expect(plain(formatMinutesAsHours(0))).toBe("0 min");
    expect(plain(formatMinutesAsHours(-90))).toBe("−1 h 30 min");
  });

  test("minutes as teaching hours of 45 minutes", () => {
    expect(formatTeachingHours(2700)).toBe("60");
    expect(formatTeachingHours(60)).toBe("1,33");
    expect(formatTeachingHours(68)).toBe("1,51");
    expect(formatTeachingHours(22.5)).toBe("0,5");
    expect(formatTeachingHours(60, "en")).toBe("1.33");
  });

  test("the hours written and the minutes make the duration again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
        const text = plain(formatMinutesAsHours(minutes));
        const hours = Number(/(\d+) h/.exec(text)?.[1] ?? 0);
        const rest = Number(/(\d+) min/.exec(text)?.[1] ?? 0);
        expect(hours * 60 + rest).toBe(minutes);
      }),
    );
  });

  test("times of day", () => {
    expect(formatTimeOfDay("08:05", "cs")).toBe("8:05");
    expect(formatTimeOfDay("00:05", "cs")).toBe("0:05");
    expect(formatTimeOfDay("08:05", "en")).toBe("08:05");
  });
});

describe("numbers", () => {
  test("group thousands", () => {
    expect(plain(formatNumber(806_000, "cs"))).toBe("806 000");
    expect(formatNumber(1_234_567.5, "en", 1)).toBe("1,234,567.5");
    expect(formatNumber(-3, "cs")).toBe("−3");
    expect(formatNumber(-0.2, "cs")).toBe("0");
  });

  test("shares", () => {
    expect(plain(formatPercent(111 / 180, "cs"))).toBe("62 %");
    expect(formatPercent(0.625, "en", 1)).toBe("62.5%");
  });
});

test("a language the portal does not speak is Czech", () => {
  expect(["cs", "cs-CZ", "en", "en-GB", "de", undefined].map(languageOf)).toEqual([
    "cs",
    "cs",
    "en",
    "en",
    "cs",
    "cs",
  ]);
});
