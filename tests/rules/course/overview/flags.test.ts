import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagCodes, flagsOf, type FlagFacts } from "~/course/rules/overview/flags";
import { runShare } from "~/course/rules/overview/run-time";
import { programmeDefaults } from "~/course/rules/run-settings";
import { addDays } from "~/platform/days";

const today = "2026-06-12";

/** Somebody without a flag, in the middle of a run of two hundred days. */
const facts = (overrides: Partial<FlagFacts> = {}): FlagFacts => ({
  run: { state: "running", startsOn: addDays(today, -99), endsOn: addDays(today, 100) },
  settings: programmeDefaults,
  active: true,
  enrolledOn: addDays(today, -120),
  lastActiveOn: addDays(today, -1),
  doneShare: 0.5,
  supervisionOwed: null,
  exhaustedTests: [],
  attendance: { attendedMinutes: 900, heldMinutes: 1000, share: 0.9, best: 0.95 },
  practiceSentOn: null,
  ...overrides,
});
const raised = (overrides: Partial<FlagFacts>) => flagsOf(facts(overrides), today);
const codes = (overrides: Partial<FlagFacts>) => raised(overrides).map(({ code }) => code);

describe("flags", () => {
  it("are none for somebody on plan", () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, number | null, string[]]>([
    ["yesterday", 1, []],
    ["a day short of three weeks", 20, []],
    ["three weeks", 21, ["inactive"]],
    ["never, since the run started long ago", null, ["inactive"]],
  ])("inactivity: %s", (_name, daysAgo, expected) => {
    expect(codes({ lastActiveOn: daysAgo === null ? null : addDays(today, -daysAgo) })).toEqual(expected);
  });

  it("counts whole weeks, and never from before the admission or the run", () => {
    expect(raised({ lastActiveOn: addDays(today, -34) })[0]).toEqual({
      code: "inactive",
      values: { count: 4 },
    });
    expect(codes({ lastActiveOn: null, enrolledOn: addDays(today, -5) })).toEqual([]);
    const startsOn = addDays(today, -10);
    expect(codes({ lastActiveOn: null, run: { ...facts().run, startsOn } })).toEqual([]);
  });

  it("inactivity follows the run's own setting", () => {
    const settings = { ...programmeDefaults, inactivityWeeks: 5 };
    expect(codes({ settings, lastActiveOn: addDays(today, -34) })).toEqual([]);
    expect(codes({ settings, lastActiveOn: addDays(today, -35) })).toEqual(["inactive"]);
  });

  it.each<[number, string[]]>([
    [0.5, []],
    [0.35, []],
    [0.349, ["behind"]],
    [0, ["behind"]],
  ])("behind plan: half of the time is over and %f of the hours are done", (doneShare, expected) => {
    expect(codes({ doneShare })).toEqual(expected);
  });

  it("says how much supervision is owed and until when", () => {
    expect(codes({ supervisionOwed: null })).toEqual([]);
    expect(raised({ supervisionOwed: { count: 2, by: "2026-06-28" } })).toEqual([
      { code: "supervision", values: { count: 2, day: "2026-06-28" } },
    ]);
  });

  it.each<[number | null, string[]]>([
    [null, []],
    [0.8, []],
    [0.799, ["attendance"]],
  ])("attendance: at best %f is reachable", (best, expected) => {
    const attendance = { attendedMinutes: 0, heldMinutes: 100, share: 0.5, best };
    expect(codes({ attendance })).toEqual(expected);
  });

  it.each<[number, string[]]>([
    [7, []],
    [8, ["practiceWaiting"]],
  ])("practice waiting for %i days", (days, expected) => {
    expect(codes({ practiceSentOn: addDays(today, -days) })).toEqual(expected);
  });

  it("names the test without attempts", () => {
    expect(raised({ exhaustedTests: ["Základy práva", "Dluhy"] })).toEqual([
      { code: "testFailed", values: { title: "Základy práva", count: 2 } },
    ]);
  });

  const worst: Partial<FlagFacts> = {
    lastActiveOn: null,
    doneShare: 0,
    supervisionOwed: { count: 1, by: "2026-06-30" },
    exhaustedTests: ["Dluhy"],
    attendance: { attendedMinutes: 0, heldMinutes: 100, share: 0, best: 0.1 },
    practiceSentOn: addDays(today, -30),
  };

  it("come all, the gravest first", () => {
    expect(codes(worst)).toEqual([...flagCodes]);
    expect(codes({ ...worst, run: { ...facts().run, state: "exams" } })).toEqual([...flagCodes]);
  });

  it.each(["planned", "recruiting", "closed"] as const)("are none while the run is %s", (state) => {
    expect(codes({ ...worst, run: { ...facts().run, state } })).toEqual([]);
  });

  it("are none for somebody who left or is certified", () => {
    expect(codes({ ...worst, active: false })).toEqual([]);
  });
});

describe("a run's time", () => {
  it.each([
    ["2026-02-28", 0],
    ["2026-03-01", 0.1],
    ["2026-03-05", 0.5],
    ["2026-03-10", 1],
    ["2026-04-01", 1],
  ])("on %s is %f over", (day, share) => {
    expect(runShare({ startsOn: "2026-03-01", endsOn: "2026-03-10" }, day)).toBeCloseTo(share);
  });

  it("never goes back", () => {
    const day = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 300 }), (a, b, length) => {
        const run = { startsOn: today, endsOn: addDays(today, length) };
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        expect(runShare(run, addDays(today, earlier))).toBeLessThanOrEqual(
          runShare(run, addDays(today, later)),
        );
      }),
    );
  });
});
