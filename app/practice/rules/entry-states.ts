import type { PracticeState } from "../codes";

/** What can happen to a practice entry. An approved one is locked: only a counter-entry takes it back. */
export type EntryStep = "resubmit" | "withdraw" | "approve" | "return" | "reverse";

const steps: Record<PracticeState, Partial<Record<EntryStep, PracticeState>>> = {
  submitted: { resubmit: "submitted", withdraw: "withdrawn", approve: "approved", return: "returned" },
  returned: { resubmit: "submitted", withdraw: "withdrawn" },
  approved: { reverse: "reversed" },
  withdrawn: {},
  reversed: {},
};

/** The state a step leads to, or null when it cannot be taken from here. */
export function stateAfter(state: PracticeState, step: EntryStep): PracticeState | null {
  return steps[state][step] ?? null;
}

/** Entries that take up time: a new one must not overlap them. */
export function holdsTime(state: PracticeState): boolean {
  return state !== "withdrawn" && state !== "reversed";
}
