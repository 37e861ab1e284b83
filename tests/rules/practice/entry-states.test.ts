import { describe, expect, it } from "vitest";
import { holdsTime, stateAfter, type EntryStep } from "~/practice/rules/entry-states";
import { practiceStates } from "~/practice/schema";

const steps: EntryStep[] = ["resubmit", "withdraw", "approve", "return"];

describe("states of an entry", () => {
  it("lead only where somebody may take them", () => {
    const table = Object.fromEntries(
      practiceStates.map((state) => [state, steps.map((step) => stateAfter(state, step))]),
    );
    expect(table).toEqual({
      submitted: ["submitted", "withdrawn", "approved", "returned"],
      returned: ["submitted", "withdrawn", null, null],
      approved: [null, null, null, null],
      withdrawn: [null, null, null, null],
    });
  });

  it("free the time of a withdrawn entry only", () => {
    expect(practiceStates.filter((state) => !holdsTime(state))).toEqual(["withdrawn"]);
  });
});
