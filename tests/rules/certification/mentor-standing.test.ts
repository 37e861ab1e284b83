import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAssignable, mentorStanding } from "~/certification/rules/mentor-standing";
import { addDays } from "~/platform/days";

const certified = { certifiedOn: "2026-01-31", endedOn: null, supervisionDays: [] as string[] };

describe("a mentor's standing", () => {
  it.each([
    ["freshly certified", {}, "2026-02-10", "active", "2026-03-31"],
    ["on the last day", {}, "2026-03-31", "active", "2026-03-31"],
    ["a day late", {}, "2026-04-01", "lapsing", "2026-03-31"],
    ["on the last day of grace", {}, "2026-04-30", "lapsing", "2026-03-31"],
    ["after it", {}, "2026-05-01", "lapsed", "2026-03-31"],
    ["after a session", { supervisionDays: ["2026-03-15"] }, "2026-05-15", "active", "2026-05-15"],
    [
      "the last session counts, in whatever order",
      { supervisionDays: ["2026-04-20", "2026-03-15"] },
      "2026-06-01",
      "active",
      "2026-06-20",
    ],
    [
      "a session written for later does not count",
      { supervisionDays: ["2026-06-15"] },
      "2026-05-10",
      "lapsed",
      "2026-03-31",
    ],
    [
      "sessions before certification do not shorten the first term",
      { supervisionDays: ["2025-12-01"] },
      "2026-03-31",
      "active",
      "2026-03-31",
    ],
    ["ended", { endedOn: "2026-02-01" }, "2026-02-01", "ended", null],
    ["ending later", { endedOn: "2026-03-01" }, "2026-02-01", "active", "2026-03-31"],
    ["from an old register", { certifiedOn: null }, "2026-02-01", "unknown", null],
    [
      "from an old register, supervised",
      { certifiedOn: null, supervisionDays: ["2026-02-01"] },
      "2026-04-01",
      "active",
      "2026-04-01",
    ],
  ])("%s", (_case, change, today, state, dueOn) => {
    expect(mentorStanding({ ...certified, ...change }, today)).toMatchObject({ state, dueOn });
  });

  it("only gets worse as days go by, until there is a session", () => {
    const rank = { active: 0, lapsing: 1, lapsed: 2, ended: 3, unknown: 4 };
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (session, one, more) => {
        const facts = { ...certified, supervisionDays: [addDays("2026-01-31", session)] };
        const from = addDays("2026-01-31", Math.max(one, session));
        const later = addDays(from, more);
        expect(rank[mentorStanding(facts, later).state]).toBeGreaterThanOrEqual(
          rank[mentorStanding(facts, from).state],
        );
      }),
    );
  });

  it("gives no new case to who has lapsed or ended", () => {
    expect((["active", "lapsing", "lapsed", "ended", "unknown"] as const).map(isAssignable)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});
