import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsTime, stateAfter, type EntryStep } from "~/practice/rules/entry-states";
import { practiceStates } from "~/practice/codes";

const steps: EntryStep[] = ["resubmit", "withdraw", "approve", "return", "reverse"];

describe("states of an entry", () => {
  it("lead only where somebody may take them", () => {
    const table = Object.fromEntries(
      practiceStates.map((state) => [state, steps.map((step) => stateAfter(state, step))]),
    );
    expect(table).toEqual({
      submitted: ["submitted", "withdrawn", "approved", "returned", null],
      returned: ["submitted", "withdrawn", null, null, null],
      approved: [null, null, null, null, "reversed"],
      withdrawn: [null, null, null, null, null],
      reversed: [null, null, null, null, null],
    });
  });

  it("free the time of an entry that was withdrawn or taken back", () => {
    expect(practiceStates.filter((state) => !holdsTime(state))).toEqual(["withdrawn", "reversed"]);
  });

  it("lock an approved entry: whatever is tried, only a counter-entry leads away from it, and nothing from there", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 20 }), (tried) => {
        let state = stateAfter("submitted", "approve")!;
        for (const step of tried) state = stateAfter(state, step) ?? state;
        expect(state).toBe(tried.includes("reverse") ? "reversed" : "approved");
      }),
    );
  });
});
