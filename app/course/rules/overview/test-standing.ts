import type { TestStanding } from "../testing/attempt-rules";

/** Where somebody stands with one test; `failed` may try again, `exhausted` may not. */
export type TestState = "none" | "underWay" | "failed" | "exhausted" | "passed";

/** A test in one line of an overview. */
export interface TestSum {
  state: TestState;
  /** Null: as many as wanted. */
  left: number | null;
  /** Best share of right answers so far, whole percent rounded down; null before the first result. */
  best: number | null;
  /** When the next attempt may begin; null when now, or never again. */
  nextAttemptAt: Date | null;
}

/** Says a standing in a word and its numbers. */
export function sumTest(standing: TestStanding): TestSum {
  const { bestShare, attemptsLeft, nextAttemptAt } = standing;
  return {
    state: stateOf(standing),
    left: attemptsLeft,
    best: bestShare === null ? null : Math.floor(bestShare * 100 + 1e-9),
    nextAttemptAt,
  };
}

function stateOf({ passed, open, attemptsUsed, attemptsLeft }: TestStanding): TestState {
  if (passed) return "passed";
  if (open) return "underWay";
  if (attemptsUsed === 0) return "none";
  return attemptsLeft === 0 ? "exhausted" : "failed";
}
