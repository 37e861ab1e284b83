import { describe, expect, it } from "vitest";
import { settingsForm } from "~/course/recruitment-schema";
import { fieldsOfSettings, planField } from "~/course/rules/recruitment/settings-fields";
import { programmeDefaults } from "~/course/rules/run-settings";
import { activityKinds } from "~/practice/index";

const { practicePlan: _plan, ...fields } = fieldsOfSettings(programmeDefaults);
const sent = { version: "1", ...fields };

describe("the form of a run's settings", () => {
  it("makes a plan of the activities that have a number", () => {
    const parsed = settingsForm.parse({
      ...sent,
      plan_home_visit: "3",
      plan_debts: "0",
      plan_shadowing: "2",
    });
    expect(parsed.practicePlan).toEqual({ home_visit: 3, shadowing: 2 });
    expect(Object.keys(parsed).filter((name) => name.startsWith("plan_"))).toEqual([]);
    expect(settingsForm.parse(sent).practicePlan).toEqual({});
  });

  it.each(activityKinds.map(planField))("refuses a %s out of range by its own name", (field) => {
    for (const value of ["-1", "101", "1.5", "tři"]) {
      const result = settingsForm.safeParse({ ...sent, [field]: value });
      expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
    }
  });

  it.each([
    ["presenceConfirmation", "vždy"],
    ["substituteWithinDays", "366"],
    ["excuseWorkingDays", "31"],
  ])("refuses a bad %s", (field, value) => {
    const result = settingsForm.safeParse({ ...sent, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
