import { describe, expect, it } from "vitest";
import {
  activityRefusal,
  beginsWork,
  longestDay,
  mayCorrect,
  type ActivityContext,
  type ActivityFacts,
} from "~/registry/rules/activity-limits";
import { activityResults } from "~/registry/schema";

const context: ActivityContext = {
  today: "2026-05-20",
  minuteNow: 15 * 60,
  assignedOn: "2026-05-01",
  endedOn: null,
  loggedMinutes: 0,
};
const visit: ActivityFacts = { day: "2026-05-20", startMinute: 14 * 60, minutes: 45, result: "done" };

describe("what can be logged", () => {
  it.each<[string, Partial<ActivityFacts>, Partial<ActivityContext>, string | null]>([
    ["a visit today", {}, {}, null],
    ["tomorrow", { day: "2026-05-21" }, {}, "future"],
    ["the day of assignment", { day: "2026-05-01" }, {}, null],
    ["the day before assignment", { day: "2026-04-30" }, {}, "beforeAssignment"],
    ["the last day of work", { day: "2026-05-10" }, { endedOn: "2026-05-10" }, null],
    ["a day after the work ended", { day: "2026-05-11" }, { endedOn: "2026-05-10" }, "afterEnd"],
    ["an hour that has not come", { startMinute: 15 * 60 + 1 }, {}, "notYet"],
    ["that hour yesterday", { day: "2026-05-19", startMinute: 23 * 60 }, {}, null],
    ["no hour", { startMinute: null }, {}, null],
    ["done without a duration", { minutes: null }, {}, "noDuration"],
    ["nobody at home without a duration", { minutes: null, result: "client_absent" }, {}, null],
    ["sixteen hours", { minutes: longestDay }, {}, null],
    ["a minute more", { minutes: longestDay + 1 }, {}, "tooLong"],
    ["what fills the day", {}, { loggedMinutes: longestDay - 45 }, null],
    ["what does not fit into the day", {}, { loggedMinutes: longestDay - 44 }, "dayFull"],
  ])("%s", (_, facts, around, reason) => {
    const refusal = activityRefusal({ ...visit, ...facts }, { ...context, ...around });
    expect(refusal?.reason ?? null).toBe(reason);
  });

  it("says the day the mentor got the case on", () => {
    const refusal = activityRefusal({ ...visit, day: "2026-04-01" }, context);
    expect(refusal).toEqual({ reason: "beforeAssignment", field: "day", day: "2026-05-01" });
  });
});

it("begins work with everything but a cancelled appointment", () => {
  expect(activityResults.filter(beginsWork)).toEqual(["done", "client_absent", "refused"]);
});

it("can be corrected for 24 hours", () => {
  const logged = new Date("2026-05-20T10:00:00Z");
  expect(mayCorrect(logged, new Date("2026-05-21T10:00:00Z"))).toBe(true);
  expect(mayCorrect(logged, new Date("2026-05-21T10:00:01Z"))).toBe(false);
});
