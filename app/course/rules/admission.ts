import type { ConditionsState } from "./entry-conditions";
import type { RunState } from "./run-states";

export interface AdmissionFacts {
  conditions: ConditionsState;
  runState: RunState;
  places: number;
  /** Places held by trainees or kept for other people's open offers. */
  taken: number;
  /** People whose turn on the run's waiting list comes before this one; for somebody not on it, all of them. */
  waitingAhead: number;
}

export type AdmissionRefusal =
  "conditionsMissing" | "conditionsNotMet" | "runNotOpen" | "runFull" | "othersWait";

/** Why somebody cannot be admitted now, or null. Those who wait go first, in their order. */
export function admissionRefusal(facts: AdmissionFacts): AdmissionRefusal | null {
  if (!runAdmits(facts.runState)) return "runNotOpen";
  if (facts.conditions === "notMet") return "conditionsNotMet";
  if (facts.conditions === "missing") return "conditionsMissing";
  if (facts.taken >= facts.places) return "runFull";
  // A place freed while others wait is theirs; with more places than people waiting nobody is overtaken.
  if (facts.waitingAhead >= facts.places - facts.taken) return "othersWait";
  return null;
}

/** A run takes people in while it recruits, and after its start when a place is freed. */
export function runAdmits(state: RunState): boolean {
  return state === "recruiting" || state === "running";
}

/** The next place in the waiting list: behind everybody who waits. */
export function nextWaitingPosition(positions: readonly (number | null)[]): number {
  return Math.max(0, ...positions.map((position) => position ?? 0)) + 1;
}
