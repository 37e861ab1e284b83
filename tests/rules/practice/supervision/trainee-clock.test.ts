import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import { isExempt } from "~/practice/rules/supervision/exemption";
import { supervisionDuty } from "~/practice/rules/supervision/supervision-duty";
import {
  monthDeadline,
  traineeClock,
  type TraineeDutyFacts,
} from "~/practice/rules/supervision/trainee-clock";
import { day, days, exemptions, firstDay } from "./days";

const facts = (change: Partial<TraineeDutyFacts> = {}): TraineeDutyFacts => ({
  practising: true,
  practiceDays: [],
  waitingDays: [],
  supervisionDays: [],
  perMonth: 1,
  exemptions: [],
  warnDays: [14, 3],
  ...change,
});

describe("the deadline of a month", () => {
  it.each([
    ["its last day", "2026-04", [], "2026-04-30"],
    ["February", "2026-02", [], "2026-02-28"],
    ["February of a leap year", "2028-02", [], "2028-02-29"],
    ["a century that is no leap year", "2100-02", [], "2100-02-28"],
    ["before an exempt end", "2026-04", [{ fromDay: "2026-04-20", toDay: "2026-05-05" }], "2026-04-19"],
    [
      "its last day when only the middle is exempt",
      "2026-04",
      [{ fromDay: "2026-04-02", toDay: "2026-04-29" }],
      "2026-04-30",
    ],
    ["none when wholly exempt", "2026-04", [{ fromDay: "2026-04-01", toDay: "2026-04-30" }], null],
    [
      "the first day when all others are exempt",
      "2026-04",
      [{ fromDay: "2026-04-02", toDay: "2026-04-30" }],
      "2026-04-01",
    ],
  ])("%s", (_case, month, list, expected) => {
    expect(monthDeadline(month, list)).toBe(expected);
  });
});

describe("a trainee's clock", () => {
  it.each([
    ["before practice", facts(), "2026-05-10", { state: "none", dueOn: null, owedBy: null }],
    [
      "practice this month, nothing held",
      facts({ practiceDays: ["2026-05-04"] }),
      "2026-05-10",
      { state: "fine", dueOn: "2026-05-31", owedBy: "2026-05-31" },
    ],
    [
      "practice that nobody approved yet makes it due, too",
      facts({ waitingDays: ["2026-05-04"] }),
      "2026-05-20",
      { state: "soon", owedBy: "2026-05-31" },
    ],
    ["fourteen days before", facts({ practiceDays: ["2026-05-04"] }), "2026-05-17", { state: "soon" }],
    ["fifteen days before", facts({ practiceDays: ["2026-05-04"] }), "2026-05-16", { state: "fine" }],
    [
      "kept this month: the next one is due by the next month's end",
      facts({ practiceDays: ["2026-05-04"], supervisionDays: ["2026-05-20"] }),
      "2026-05-30",
      { state: "fine", dueOn: "2026-06-30", owedBy: null, lastOn: "2026-05-20" },
    ],
    [
      "no practice this month: nothing is owed yet",
      facts({ practiceDays: ["2026-05-04"], supervisionDays: ["2026-05-20"] }),
      "2026-06-25",
      { state: "fine", dueOn: "2026-06-30", owedBy: null },
    ],
    [
      "a missed month",
      facts({ practiceDays: ["2026-05-04"] }),
      "2026-06-01",
      { state: "overdue", dueOn: "2026-05-31", gaps: [{ dueOn: "2026-05-31", keptOn: null }] },
    ],
    [
      "a missed month made up",
      facts({ practiceDays: ["2026-05-04"], supervisionDays: ["2026-06-03"] }),
      "2026-06-04",
      { state: "fine", gaps: [{ dueOn: "2026-05-31", keptOn: "2026-06-03" }] },
    ],
    [
      "a wholly exempt month owes nothing",
      facts({
        practiceDays: ["2026-05-04"],
        exemptions: [{ fromDay: "2026-05-01", toDay: "2026-05-31" }],
      }),
      "2026-06-01",
      { state: "fine", gaps: [], dueOn: "2026-06-30" },
    ],
    [
      "exempt today",
      facts({
        practiceDays: ["2026-05-04"],
        exemptions: [{ fromDay: "2026-05-10", toDay: "2026-06-30" }],
      }),
      "2026-05-20",
      { state: "exempt", owedBy: null, dueOn: "2026-07-31" },
    ],
    [
      "all hours done: nothing more is due",
      facts({ practising: false, practiceDays: ["2026-05-04"], supervisionDays: ["2026-05-20"] }),
      "2026-06-10",
      { state: "none", dueOn: null },
    ],
    [
      "two a month",
      facts({ perMonth: 2, practiceDays: ["2026-05-04"], supervisionDays: ["2026-05-20"] }),
      "2026-05-25",
      { state: "soon", owedBy: "2026-05-31", owedCount: 1 },
    ],
    ["none asked for", facts({ perMonth: 0, practiceDays: ["2026-05-04"] }), "2026-05-30", { state: "none" }],
  ])("%s", (_case, given, today, expected) => {
    expect(traineeClock(given, today)).toMatchObject(expected);
  });

  /** The same, walked day by day through the calendar. */
  function slowly(given: TraineeDutyFacts, today: string) {
    const missed: string[] = [];
    let owed = false;
    let held = false;
    let last: string | null = null;
    for (let now = firstDay; now <= today; now = addDays(now, 1)) {
      const exempt = isExempt(now, given.exemptions);
      if (now.endsWith("-01")) [owed, held, last] = [false, false, null];
      if (!exempt) last = now;
      if (given.practiceDays.includes(now) && !exempt) owed = true;
      if (given.supervisionDays.includes(now)) held = true;
      const monthEnds = addDays(now, 1).endsWith("-01");
      if (monthEnds && now < today && owed && !held) missed.push(last!);
    }
    const month = today.slice(0, 7);
    for (let ahead = addDays(today, 1); ahead.startsWith(month); ahead = addDays(ahead, 1))
      if (!isExempt(ahead, given.exemptions)) last = ahead;
    return { missed, owedBy: owed && !held && last !== null && last >= today ? last : null };
  }

  it("agrees with a calendar walked day by day", () => {
    fc.assert(
      fc.property(days, days, exemptions, day, (practiceDays, supervisionDays, list, today) => {
        const given = facts({ practiceDays, supervisionDays, exemptions: list });
        const clock = traineeClock(given, today);
        const slow = slowly(given, today);
        expect(clock.gaps.map(({ dueOn }) => dueOn)).toEqual(slow.missed);
        expect(clock.owedBy).toBe(slow.owedBy);
      }),
      { numRuns: 400 },
    );
  });

  it("says overdue exactly when graduation misses a month that is over", () => {
    fc.assert(
      fc.property(days, days, exemptions, day, (practiceDays, supervisionDays, list, today) => {
        const upTo = (all: string[]) => all.filter((one) => one <= today);
        const clock = traineeClock(facts({ practiceDays, supervisionDays, exemptions: list }), today);
        const duty = supervisionDuty(upTo(practiceDays), upTo(supervisionDays), 1, list);
        const open = clock.gaps.filter(({ keptOn }) => keptOn === null).length;
        const thisMonth = duty.gaps.includes(today.slice(0, 7)) ? 1 : 0;
        expect(open + thisMonth).toBe(duty.missing);
      }),
      { numRuns: 300 },
    );
  });
});
