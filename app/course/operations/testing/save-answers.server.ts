import { AppError } from "~/platform/errors";
import { readAnswers, type SentFields } from "../../rules/testing/answer-fields";
import { attemptAt, lockTest } from "./attempts.server";
import { refusable, refuseOver, type RefusedAnswers } from "./refused-answers.server";
import { stillAsked, type TestDefinition, type TestTaker } from "./test-definition.server";

export interface SentAnswers {
  attemptId: string;
  /** Fields of the form; those that were not sent leave their answers as they are. */
  sent: SentFields;
}

/**
 * Keeps answers of an open attempt, question by question: what another device answered meanwhile stays. Fields that
 * cannot be read refuse the whole of what was sent.
 * @throws AppError notFound, or conflict when the attempt was sent already
 */
export async function saveAnswers(
  taker: TestTaker,
  definition: TestDefinition,
  { attemptId, sent }: SentAnswers,
  { now }: { now: Date },
): Promise<{ ok: true } | RefusedAnswers> {
  return refusable<{ ok: true } | RefusedAnswers>(async (tx) => {
    await lockTest(tx, taker, definition.key);
    const attempt = await attemptAt(tx, taker, definition, attemptId, now);
    if (attempt.submittedAt) throw new AppError("conflict", { reason: "testing:refusal.alreadySent" });
    const asked = stillAsked(definition.bank, attempt.drawn);
    const { answers, errors } = readAnswers(asked, sent, { whole: false });
    refuseOver(errors);
    await tx.testAttempt.update({
      where: { id: attempt.id },
      data: { answers: { ...attempt.answers, ...answers }, savedAt: now, version: { increment: 1 } },
    });
    return { ok: true };
  });
}
