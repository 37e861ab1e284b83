import { describe, expect, it } from "vitest";
import { planRefusal, type PlanFacts } from "~/course/rules/teaching/session-plan";

const session = {
  startsAt: new Date("2026-06-20T07:00:00Z"),
  endsAt: new Date("2026-06-20T10:15:00Z"),
  breakMinutes: 15,
};
const facts: PlanFacts = {
  run: { startsOn: "2026-03-01", endsOn: "2026-12-31" },
  settings: { maxTeachingHoursPerDay: 8, teachingHour: 45 },
  sameDayMinutes: 0,
  now: new Date("2026-06-12T13:00:00Z"),
};
const later = new Date("2026-06-20T10:15:00Z");

describe("a session in its run", () => {
  it.each([
    { name: "fits", refusal: null },
    {
      name: "before the run",
      change: { run: { startsOn: "2026-06-21", endsOn: "2026-12-31" } },
      refusal: "beyondRun",
    },
    {
      name: "after the run",
      change: { run: { startsOn: "2026-03-01", endsOn: "2026-06-19" } },
      refusal: "beyondRun",
    },
    { name: "in the past", change: { now: later }, refusal: "inPast" },
    { name: "up to the limit of the day", change: { sameDayMinutes: 180 }, refusal: null },
    { name: "over the limit of the day", change: { sameDayMinutes: 181 }, refusal: "dayFull" },
  ])("planned, $name: $refusal", ({ change, refusal }) => {
    expect(planRefusal(session, "planned", { ...facts, ...change })?.reason ?? null).toBe(refusal);
  });

  it("held is over", () => {
    expect(planRefusal(session, "held", facts)?.reason).toBe("notOver");
    expect(planRefusal(session, "held", { ...facts, now: later })).toBeNull();
  });

  it("has more teaching than breaks", () => {
    expect(planRefusal({ ...session, breakMinutes: 195 }, "planned", facts)?.reason).toBe("breakTooLong");
    expect(planRefusal({ ...session, breakMinutes: 194 }, "planned", facts)).toBeNull();
  });
});
