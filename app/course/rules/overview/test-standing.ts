/** One attempt at a test, sent or still open. */
export interface TestTry {
  submittedAt: Date | null;
  passed: boolean | null;
  correctCount: number | null;
  questionCount: number;
}

/** Where somebody stands with one test; `failed` may try again, `exhausted` may not. */
export type TestState = "none" | "underWay" | "failed" | "exhausted" | "passed";

export interface TestStanding {
  state: TestState;
  /** Attempts sent so far, and how many are left while the test is not passed. */
  used: number;
  left: number;
  /** Best share of right answers so far, whole percent; null before the first attempt was sent. */
  best: number | null;
}

/** Sums the attempts at one test up. */
export function testStanding(tries: readonly TestTry[], allowed: number): TestStanding {
  const sent = tries.filter(({ submittedAt }) => submittedAt !== null);
  const used = sent.length;
  const left = Math.max(0, allowed - used);
  const shares = sent.map(({ correctCount, questionCount }) =>
    questionCount > 0 ? Math.floor(((correctCount ?? 0) * 100) / questionCount) : 0,
  );
  const best = shares.length > 0 ? Math.max(...shares) : null;
  return { state: stateOf(tries, sent, left), used, left, best };
}

function stateOf(tries: readonly TestTry[], sent: readonly TestTry[], left: number): TestState {
  if (sent.some(({ passed }) => passed)) return "passed";
  if (tries.length > sent.length) return "underWay";
  if (sent.length === 0) return "none";
  return left > 0 ? "failed" : "exhausted";
}
