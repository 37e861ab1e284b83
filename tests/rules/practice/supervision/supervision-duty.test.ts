import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supervisionDuty } from "~/practice/rules/supervision/supervision-duty";

describe("supervision during practice", () => {
  it.each([
    ["no practice", [], ["2026-05-04"], 1, { required: 0, kept: 0, missing: 0, gaps: [] }],
    [
      "a month with a session",
      ["2026-05-04", "2026-05-20"],
      ["2026-05-28"],
      1,
      { required: 1, kept: 1, missing: 0, gaps: [] },
    ],
    ["a month without", ["2026-05-04"], [], 1, { required: 1, kept: 0, missing: 1, gaps: ["2026-05"] }],
    [
      "a session before its month does not count",
      ["2026-05-04"],
      ["2026-04-30"],
      1,
      { required: 1, kept: 0, missing: 1, gaps: ["2026-05"] },
    ],
    [
      "made up later",
      ["2026-05-04"],
      ["2026-06-02"],
      1,
      { required: 1, kept: 1, missing: 0, gaps: ["2026-05"] },
    ],
    [
      "one session does not serve two months",
      ["2026-05-04", "2026-06-04"],
      ["2026-06-10"],
      1,
      { required: 2, kept: 1, missing: 1, gaps: ["2026-05"] },
    ],
    [
      "the second of a month makes up the one before",
      ["2026-05-04", "2026-06-04"],
      ["2026-06-10", "2026-06-20"],
      1,
      { required: 2, kept: 2, missing: 0, gaps: ["2026-05"] },
    ],
    [
      "two a month",
      ["2026-05-04"],
      ["2026-05-10"],
      2,
      { required: 2, kept: 1, missing: 1, gaps: ["2026-05"] },
    ],
    ["none asked for", ["2026-05-04"], [], 0, { required: 0, kept: 0, missing: 0, gaps: [] }],
  ])("%s", (_case, practice, sessions, perMonth, expected) => {
    expect(supervisionDuty(practice, sessions, perMonth)).toEqual(expected);
  });

  const days = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([month, day]) => `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`),
    { maxLength: 14 },
  );

  it("asks for one in each month of practice, and another session never hurts", () => {
    fc.assert(
      fc.property(days, days, days, (practice, sessions, more) => {
        const duty = supervisionDuty(practice, sessions, 1);
        expect(duty.required).toBe(new Set(practice.map((day) => day.slice(0, 7))).size);
        expect(duty.kept + duty.missing).toBe(duty.required);
        expect(duty.kept).toBeLessThanOrEqual(sessions.length);
        expect(supervisionDuty(practice, [...sessions, ...more], 1).missing).toBeLessThanOrEqual(
          duty.missing,
        );
      }),
    );
  });

  it.each([
    ["practice on exempt days asks for none", ["2026-05-04"], [], [["2026-05-01", "2026-05-10"]], 0, 0],
    [
      "a month exempt in part owes for the other days",
      ["2026-05-04", "2026-05-20"],
      [],
      [["2026-05-01", "2026-05-10"]],
      1,
      1,
    ],
    [
      "a session on an exempt day counts",
      ["2026-05-20"],
      ["2026-05-05"],
      [["2026-05-01", "2026-05-10"]],
      1,
      0,
    ],
  ])("%s", (_case, practice, sessions, list, required, missing) => {
    const exempt = list.map(([fromDay, toDay]) => ({ fromDay: fromDay!, toDay: toDay! }));
    expect(supervisionDuty(practice, sessions, 1, exempt)).toMatchObject({ required, missing });
  });

  it("misses nothing that a better choice would have kept", () => {
    fc.assert(
      fc.property(days, days, (practice, sessions) => {
        // Every month needs a session of its own from then on: what stands in the way is only their number.
        const months = [...new Set(practice.map((day) => day.slice(0, 7)))].sort();
        const from = (month: string) => sessions.filter((day) => day.slice(0, 7) >= month).length;
        const shortest = Math.max(0, ...months.map((month, index) => months.length - index - from(month)));
        expect(supervisionDuty(practice, sessions, 1).missing).toBe(shortest);
      }),
    );
  });
});
