import fc from "fast-check";
import { describe, expect, it } from "vitest";
import mentors from "~/i18n/cs/mentors";
import { byCases, byName, byUrgency, countsByState } from "~/certification/rules/mentors/board-order";
import { monthsWorked } from "~/certification/rules/mentors/months-worked";
import { mentorStanding, mentorStates } from "~/certification/rules/mentors/standing";
import { explainStanding } from "~/certification/rules/mentors/standing-sentences";
import { addDays, addMonths } from "~/platform/days";
import { anyFacts, someDay } from "./facts";

const row = (state: (typeof mentorStates)[number], dueOn: string | null, label = "A", openCases = 0) => ({
  state,
  dueOn,
  label,
  openCases,
});

describe("the order of the board", () => {
  it("puts first who needs a decision, of those who have clients, then who is due sooner", () => {
    const rows = [
      row("ended", null, "ended"),
      row("active", "2026-08-01", "later"),
      row("active", "2026-07-01", "sooner"),
      row("lapsing", "2026-06-01", "lapsing"),
      row("lapsed", "2026-03-01", "free"),
      row("lapsed", "2026-04-01", "busy", 2),
      row("suspended", "2026-07-01", "suspended", 1),
      row("unknown", null, "unknown"),
    ];
    expect(rows.sort(byUrgency).map(({ label }) => label)).toEqual([
      "busy",
      "free",
      "suspended",
      "lapsing",
      "sooner",
      "later",
      "unknown",
      "ended",
    ]);
    expect([row("active", null, "Žák"), row("active", null, "Čech")].sort(byName)[0]?.label).toBe("Čech");
    expect([row("active", null, "A", 1), row("active", null, "B", 3)].sort(byCases)[0]?.label).toBe("B");
  });

  it("counts every mentor once", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...mentorStates)), (states) => {
        const counts = countsByState(states.map((state) => ({ state })));
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(states.length);
        for (const state of mentorStates) {
          expect(counts[state]).toBe(states.filter((one) => one === state).length);
        }
      }),
    );
  });
});

describe("the explanation of a standing", () => {
  const textAt = (key: string): unknown =>
    key
      .replace("mentors:", "")
      .split(".")
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], mentors);

  it("has a text for everything that can come, and every day the text speaks of", () => {
    fc.assert(
      fc.property(
        anyFacts,
        someDay,
        fc.constantFrom("own" as const, "about" as const),
        (facts, day, voice) => {
          const { why, until, todo } = explainStanding(mentorStanding(facts, day), voice);
          for (const { key, days } of [why, until, todo]) {
            const text = textAt(key);
            expect(typeof text, key).toBe("string");
            for (const [, name] of String(text).matchAll(/\{\{(\w+)\}\}/g)) {
              expect(days, `${key} speaks of ${name}`).toHaveProperty(name!);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("months of work", () => {
  it.each([
    [null, 0],
    ["2026-06-12", 0],
    ["2026-05-13", 0],
    ["2026-05-12", 1],
    ["2025-06-12", 12],
    ["2026-07-01", 0],
  ])("since %s are %i", (since, months) => {
    expect(monthsWorked(since, "2026-06-12")).toBe(months);
  });

  it("are those after which the day has come", () => {
    fc.assert(
      fc.property(someDay, fc.nat(800), (since, later) => {
        const today = addDays(since, later);
        const months = monthsWorked(since, today);
        expect(addMonths(since, months) <= today).toBe(true);
        expect(addMonths(since, months + 1) > today).toBe(true);
      }),
    );
  });
});
