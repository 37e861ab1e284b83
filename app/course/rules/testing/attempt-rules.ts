/** How often and when a test may be tried. */

export interface AttemptLimits {
  /** Attempts a person has; null: as many as wanted. */
  attempts: number | null;
  /** Hours between a test that was not passed and the next attempt. */
  coolingOffHours: number;
}

export interface AttemptFacts {
  submittedAt: Date | null;
  passed: boolean | null;
  correctCount: number | null;
  questionCount: number;
}

export interface TestStanding {
  passed: boolean;
  /** Best share of right answers, 0–1; null before the first result. */
  bestShare: number | null;
  attemptsUsed: number;
  /** Null: no limit. */
  attemptsLeft: number | null;
  /** Somebody began and has not sent it yet. */
  open: boolean;
  /** When the next attempt may begin; null when now, or never again. */
  nextAttemptAt: Date | null;
}

export type StartRefusal = "alreadyPassed" | "noAttemptsLeft" | "coolingOff";

const hourMs = 3_600_000;

/** Where somebody stands with a test. An attempt counts from its beginning: looking at the questions uses it. */
export function testStanding(
  attempts: readonly AttemptFacts[],
  limits: AttemptLimits,
  now: Date,
): TestStanding {
  const sent = attempts.filter(({ submittedAt }) => submittedAt !== null);
  const shares = sent.map(({ correctCount, questionCount }) =>
    questionCount > 0 ? (correctCount ?? 0) / questionCount : 0,
  );
  const passed = sent.some((attempt) => attempt.passed === true);
  const attemptsLeft = limits.attempts === null ? null : Math.max(0, limits.attempts - attempts.length);
  const last = Math.max(...sent.map(({ submittedAt }) => submittedAt!.getTime()));
  const next = last + limits.coolingOffHours * hourMs;
  const waits = sent.length > 0 && !passed && attemptsLeft !== 0 && next > now.getTime();
  return {
    passed,
    bestShare: shares.length > 0 ? Math.max(...shares) : null,
    attemptsUsed: attempts.length,
    attemptsLeft,
    open: sent.length < attempts.length,
    nextAttemptAt: waits ? new Date(next) : null,
  };
}

/** Why a new attempt may not begin now, or null. An open one is gone on with instead. */
export function startRefusal(standing: TestStanding): StartRefusal | null {
  if (standing.passed) return "alreadyPassed";
  if (standing.attemptsLeft === 0) return "noAttemptsLeft";
  return standing.nextAttemptAt ? "coolingOff" : null;
}
