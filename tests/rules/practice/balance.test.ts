import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityKinds, practiceStates } from "~/practice/codes";
import { practiceBalance, type BalanceEntry } from "~/practice/rules/balance";

const entry = (
  activity: BalanceEntry["activity"],
  minutes: number,
  state: BalanceEntry["state"] = "approved",
): BalanceEntry => ({ activity, minutes, state });

describe("the balance of practice", () => {
  it("counts approved entries against the plan, and waiting ones beside it", () => {
    const balance = practiceBalance(
      [entry("home_visit", 120), entry("home_visit", 60, "submitted"), entry("debts", 90, "returned")],
      { home_visit: 3 },
    );
    expect(balance.lines.find(({ activity }) => activity === "home_visit")).toEqual({
      activity: "home_visit",
      approved: { count: 1, minutes: 120 },
      waiting: { count: 1, minutes: 60 },
      planned: 3,
      missing: 2,
    });
    expect(balance).toMatchObject({
      approved: { count: 1, minutes: 120 },
      waiting: { count: 1, minutes: 60 },
      returned: { count: 1, minutes: 90 },
      missing: 2,
    });
  });

  it("never misses less than nothing", () => {
    const balance = practiceBalance([entry("debts", 60), entry("debts", 60)], { debts: 1, shadowing: 1 });
    expect(balance.missing).toBe(1);
  });

  it("adds up to what is approved, and takes neither withdrawn nor reversed entries for practice", () => {
    const entries = fc.array(
      fc.record({
        activity: fc.constantFrom(...activityKinds),
        minutes: fc.integer({ min: 1, max: 600 }),
        state: fc.constantFrom(...practiceStates),
      }),
    );
    fc.assert(
      fc.property(entries, (all) => {
        const { lines, approved, waiting, returned } = practiceBalance(all, {});
        const sum = (amounts: { count: number; minutes: number }[]) =>
          amounts.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum(lines.map((line) => line.approved))).toBe(approved.minutes);
        expect(sum(lines.map((line) => line.waiting))).toBe(waiting.minutes);
        const gone = all.filter(({ state }) => state === "withdrawn" || state === "reversed");
        expect(approved.count + waiting.count + returned.count).toBe(all.length - gone.length);
      }),
    );
  });
});
