import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween } from "~/platform/days";
import { isExempt, type ExemptDays } from "~/practice/rules/supervision/exemption";
import { deadlineAfter, mentorClock, type MentorDutyFacts } from "~/practice/rules/supervision/mentor-clock";
import { day, days, exemptions } from "./days";

const facts = (change: Partial<MentorDutyFacts> = {}): MentorDutyFacts => ({
  certifiedOn: "2026-01-10",
  endedOn: null,
  renewedOn: [],
  supervisionDays: [],
  everyMonths: 2,
  exemptions: [],
  warnDays: [14, 3],
  ...change,
});

describe("the deadline of a mentor", () => {
  it.each([
    ["two months", "2026-01-10", [], "2026-03-10"],
    ["from a month's last day to a shorter month", "2025-12-31", [], "2026-02-28"],
    ["the same in a leap year", "2027-12-31", [], "2028-02-29"],
    ["from a leap day", "2028-02-29", [], "2028-04-29"],
    ["moved by exempt days", "2026-01-10", [["2026-02-01", "2026-02-10"]], "2026-03-20"],
    ["moved when the last day itself is exempt", "2026-01-10", [["2026-03-10", "2026-03-10"]], "2026-03-11"],
    ["not by an exemption after it", "2026-01-10", [["2026-03-11", "2026-04-11"]], "2026-03-10"],
    ["not by an exemption before the term", "2026-01-10", [["2025-12-01", "2026-01-10"]], "2026-03-10"],
    ["by the part inside the term", "2026-01-10", [["2026-01-01", "2026-01-15"]], "2026-03-15"],
    [
      "on into the next exemption",
      "2026-01-10",
      [
        ["2026-03-01", "2026-03-05"],
        ["2026-03-12", "2026-03-14"],
      ],
      "2026-03-18",
    ],
    [
      "once for days that are exempt twice",
      "2026-01-10",
      [
        ["2026-02-01", "2026-02-10"],
        ["2026-02-05", "2026-02-12"],
      ],
      "2026-03-22",
    ],
  ])("%s", (_case, since, list, expected) => {
    const exempt = list.map(([fromDay, toDay]): ExemptDays => ({ fromDay: fromDay!, toDay: toDay! }));
    expect(deadlineAfter(since, 2, exempt)).toBe(expected);
  });

  it("agrees with counting the days one by one", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4 }), exemptions, (since, months, list) => {
        let left = daysBetween(since, addMonths(since, months));
        let slow = since;
        while (left > 0) {
          slow = addDays(slow, 1);
          if (!isExempt(slow, list)) left -= 1;
        }
        expect(deadlineAfter(since, months, list)).toBe(slow);
      }),
      { numRuns: 400 },
    );
  });
});

describe("a mentor's clock", () => {
  it.each([
    ["just certified", facts(), "2026-01-10", { state: "fine", dueOn: "2026-03-10", owedBy: "2026-03-10" }],
    ["fifteen days before", facts(), "2026-02-23", { state: "fine" }],
    ["fourteen days before", facts(), "2026-02-24", { state: "soon" }],
    ["on the last day", facts(), "2026-03-10", { state: "soon", owedBy: "2026-03-10" }],
    [
      "a day late",
      facts(),
      "2026-03-11",
      { state: "overdue", owedBy: null, gaps: [{ dueOn: "2026-03-10", keptOn: null }] },
    ],
    [
      "made up late",
      facts({ supervisionDays: ["2026-03-20"] }),
      "2026-03-25",
      { state: "fine", dueOn: "2026-05-20", gaps: [{ dueOn: "2026-03-10", keptOn: "2026-03-20" }] },
    ],
    [
      "supervision of a later day does not count yet",
      facts({ supervisionDays: ["2026-03-20"] }),
      "2026-03-15",
      { state: "overdue", lastOn: null },
    ],
    [
      "exempt today",
      facts({ exemptions: [{ fromDay: "2026-03-01", toDay: "2026-03-31" }] }),
      "2026-03-15",
      { state: "exempt", dueOn: "2026-04-10" },
    ],
    [
      "ended",
      facts({ endedOn: "2026-02-01" }),
      "2026-06-01",
      { state: "none", dueOn: null, owedBy: null, gaps: [] },
    ],
    [
      "taken back after an end",
      facts({ renewedOn: ["2026-08-01"] }),
      "2026-08-02",
      { state: "fine", dueOn: "2026-10-01", gaps: [] },
    ],
    ["nothing known", facts({ certifiedOn: null }), "2026-06-01", { state: "none", dueOn: null }],
    [
      "counts from supervision where no certificate is known",
      facts({ certifiedOn: null, supervisionDays: ["2026-05-01"] }),
      "2026-06-01",
      { state: "fine", dueOn: "2026-07-01" },
    ],
  ])("%s", (_case, given, today, expected) => {
    expect(mentorClock(given, today)).toMatchObject(expected);
  });

  it("an exempt day never makes anybody late who was not", () => {
    fc.assert(
      fc.property(day, days, exemptions, day, (certifiedOn, supervisionDays, list, today) => {
        fc.pre(certifiedOn <= today);
        const free = mentorClock(facts({ certifiedOn, supervisionDays, exemptions: list }), today);
        const bound = mentorClock(facts({ certifiedOn, supervisionDays }), today);
        expect(free.gaps.length).toBeLessThanOrEqual(bound.gaps.length);
        expect(free.dueOn! >= bound.dueOn!).toBe(true);
      }),
    );
  });

  it("is overdue on a day exactly when counting day by day ran out", () => {
    fc.assert(
      fc.property(days, exemptions, day, (supervisionDays, list, today) => {
        const certifiedOn = "2028-01-01";
        let left = daysBetween(certifiedOn, addMonths(certifiedOn, 2));
        for (let now = addDays(certifiedOn, 1); now <= today; now = addDays(now, 1)) {
          if (!isExempt(now, list)) left -= 1;
          if (supervisionDays.includes(now)) left = daysBetween(now, addMonths(now, 2));
        }
        const { state } = mentorClock(facts({ certifiedOn, supervisionDays, exemptions: list }), today);
        if (isExempt(today, list)) expect(state).toBe("exempt");
        else expect(state === "overdue").toBe(left < 0);
      }),
      { numRuns: 300 },
    );
  });
});
