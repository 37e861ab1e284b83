import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { ofTaker, storedAttempt } from "./attempts.server";
import type { TestDefinition, TestTaker } from "./test-definition.server";
import { testFeedback, type QuestionFeedback } from "./test-feedback.server";

export interface TrainingResult {
  passed: boolean;
  correctCount: number;
  questionCount: number;
  questions: QuestionFeedback[];
}

/** The result of an attempt at a training's test that was sent. @throws AppError notFound */
export async function trainingResult(
  taker: TestTaker,
  definition: TestDefinition,
  attemptId: string,
): Promise<TrainingResult> {
  const row = isRowId(attemptId)
    ? await db().testAttempt.findFirst({
        where: { id: attemptId, ...ofTaker(taker, definition.key), submittedAt: { not: null } },
      })
    : null;
  if (!row) throw new AppError("notFound");
  const attempt = storedAttempt(row);
  return {
    passed: attempt.passed ?? false,
    correctCount: attempt.correctCount ?? 0,
    questionCount: attempt.questionCount,
    questions: testFeedback(attempt, definition.bank),
  };
}
