import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProgrammeSettings } from "~/programme/rules/parse-programme-settings";
import {
  defaultProgrammeSettings,
  settingChanges,
  settingLimits,
  settingNames,
  settingsFromValues,
  settingsOn,
  settingValues,
  type SettingName,
} from "~/programme/rules/programme-settings";
import { settingsForm } from "~/programme/schema";

const anyValues = fc.record(
  Object.fromEntries(settingNames.map((name) => [name, fc.integer(settingLimits[name])])) as Record<
    SettingName,
    fc.Arbitrary<number>
  >,
);

describe("the programme's settings", () => {
  it("are the programme's defaults while nobody changed anything", () => {
    expect(parseProgrammeSettings({})).toEqual(defaultProgrammeSettings);
    expect(settingsOn([], "2026-01-01")).toEqual(defaultProgrammeSettings);
    expect(defaultProgrammeSettings).toEqual({
      supervisionEveryMonths: 2,
      graceMonths: 1,
      experiencedMonths: 12,
      experiencedClosedCases: 5,
      warnDays: [14, 3],
      supervisionNoteMonths: 12,
    });
  });

  it("survive the form and the database, and say what changed", () => {
    fc.assert(
      fc.property(anyValues, anyValues, (one, other) => {
        const [before, after] = [settingsFromValues(one), settingsFromValues(other)];
        expect(parseProgrammeSettings(JSON.parse(JSON.stringify(after)))).toEqual(after);
        expect(settingValues(after)).toEqual(other);
        const changes = settingChanges(before, after);
        expect(changes.map(({ name }) => name)).toEqual(
          settingNames.filter((name) => one[name] !== other[name]),
        );
      }),
    );
  });

  it("hold from their day to the next change, the last of a day for the whole day", () => {
    const months = (supervisionEveryMonths: number) => ({
      ...defaultProgrammeSettings,
      supervisionEveryMonths,
    });
    const timeline = [
      { from: "2026-02-01", settings: months(3) },
      { from: "2026-03-01", settings: months(4) },
      { from: "2026-03-01", settings: months(5) },
    ];
    const on = (day: string) => settingsOn(timeline, day).supervisionEveryMonths;
    expect(["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2027-01-01"].map(on)).toEqual([
      2, 3, 3, 5, 5,
    ]);
  });

  const sent = {
    id: "5a1c8d1e-52f5-4f0e-9a44-0d3ce1a4a0aa",
    ...settingValues(defaultProgrammeSettings),
    reason: "Domluveno na poradě.",
  };
  it.each([
    ["as they are", {}, null],
    ["a number that is none", { graceMonths: "dva" }, "graceMonths"],
    ["half a month", { graceMonths: "1.5" }, "graceMonths"],
    ["no supervision at all", { supervisionEveryMonths: "0" }, "supervisionEveryMonths"],
    ["too many cases", { experiencedClosedCases: "51" }, "experiencedClosedCases"],
    ["the last reminder before the first", { warnFirst: "3", warnLast: "5" }, "warnLast"],
    ["both reminders on one day", { warnFirst: "5", warnLast: "5" }, "warnLast"],
    ["without a reason", { reason: "  " }, "reason"],
  ])("of a form: %s", (_case, change, field) => {
    const result = settingsForm.safeParse({ ...sent, ...change });
    expect(result.success ? null : String(result.error.issues[0]?.path[0])).toBe(field);
  });
});
