import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCzechHoliday } from "~/certification/operations/exam/holidays.server";
import { excuseUntil, resitUntil, substituteUntil } from "~/certification/rules/exam/deadlines";
import { isWorkingDay, workingDaysAfter } from "~/certification/rules/exam/working-days";
import { addDays, daysBetween } from "~/platform/days";

const never = () => false;

describe("working days", () => {
  it.each([
    // A week without holidays: Monday, Friday, Saturday, Sunday.
    ["2026-06-08", 3, "2026-06-11"],
    ["2026-06-12", 3, "2026-06-17"],
    ["2026-06-13", 3, "2026-06-17"],
    ["2026-06-14", 1, "2026-06-15"],
    ["2026-06-12", 0, "2026-06-12"],
    // Christmas 2026: Thursday to Saturday are holidays, then a weekend.
    ["2026-12-22", 3, "2026-12-29"],
    ["2026-12-23", 1, "2026-12-28"],
    // The New Year is a Friday.
    ["2026-12-31", 1, "2027-01-04"],
    // Easter 2026: Good Friday 3 April, Monday 6 April.
    ["2026-04-01", 3, "2026-04-08"],
    ["2026-04-02", 1, "2026-04-07"],
    // Easter 2027: Good Friday 26 March, Monday 29 March.
    ["2027-03-25", 1, "2027-03-30"],
    // 17 November 2026 is a Tuesday.
    ["2026-11-13", 3, "2026-11-19"],
    ["2026-11-16", 1, "2026-11-18"],
    // 28 September and 28 October, 1 and 8 May, 5 and 6 July.
    ["2026-09-25", 1, "2026-09-29"],
    ["2026-10-27", 1, "2026-10-29"],
    ["2026-04-30", 1, "2026-05-04"],
    ["2026-05-07", 1, "2026-05-11"],
    ["2026-07-03", 1, "2026-07-07"],
  ])("%s + %i = %s", (day, count, expected) => {
    expect(workingDaysAfter(day, count, isCzechHoliday)).toBe(expected);
  });

  it("of a day on which shops only celebrate is an ordinary one", () => {
    for (const day of ["2026-04-01", "2026-04-02", "2026-05-10"]) expect(isCzechHoliday(day)).toBe(false);
  });

  it("skip exactly what is no working day, whatever is a holiday", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays("2024-01-01", offset));
    fc.assert(
      fc.property(day, fc.nat(15), fc.array(fc.nat(40), { maxLength: 12 }), (from, count, off) => {
        const holidays = new Set(off.map((offset) => addDays(from, offset)));
        const isHoliday = (one: string) => holidays.has(one);
        const reached = workingDaysAfter(from, count, isHoliday);
        const passed = Array.from({ length: daysBetween(from, reached) }, (_, index) =>
          addDays(from, index + 1),
        );
        expect(passed.filter((one) => isWorkingDay(one, isHoliday))).toHaveLength(count);
        if (count > 0) expect(isWorkingDay(reached, isHoliday)).toBe(true);
        expect(workingDaysAfter(from, count, never) <= reached).toBe(true);
      }),
    );
  });
});

describe("deadlines of the exam", () => {
  const settings = { resitWithinDays: 30, substituteWithinDays: 30, excuseWorkingDays: 3 };

  it("run in days of the calendar for a resit and a substitute, in working days for an excuse", () => {
    expect(resitUntil("2026-01-30", settings)).toBe("2026-03-01");
    expect(substituteUntil("2026-12-10", settings)).toBe("2027-01-09");
    expect(excuseUntil("2026-12-22", settings, isCzechHoliday)).toBe("2026-12-29");
    expect(excuseUntil("2026-12-22", { ...settings, excuseWorkingDays: 5 }, isCzechHoliday)).toBe(
      "2026-12-31",
    );
  });
});
