import { audit } from "~/platform/audit/index.server";
import type { Tx } from "~/platform/db/index.server";
import {
  answerField,
  fieldsWith,
  readAnswers,
  type AskedWithDraw,
  type SentFields,
} from "../../rules/testing/answer-fields";
import { gradeTest, type Grade } from "../../rules/testing/grade";
import type { Answers } from "../../rules/testing/question";
import { attemptAt, lockTest } from "./attempts.server";
import { refusable, refuseOver, type RefusedAnswers } from "./refused-answers.server";
import type { SentAnswers } from "./save-answers.server";
import { testSubject } from "./start-test.server";
import { stillAsked, type TestDefinition, type TestTaker } from "./test-definition.server";

export type Submitted<Result> =
  | RefusedAnswers
  | { ok: true; grade: Pick<Grade, "passed" | "correctCount" | "questionCount">; result: Result | null };

/**
 * Grades an attempt and closes it. Sent again it gives the first result. A question answered only on another device
 * counts as it was kept; one not answered anywhere refuses the form and names the field. Questions that have left
 * the course since the draw are left out of the count.
 * @param afterwards what follows in the same transaction, once
 * @throws AppError notFound when the attempt is somebody else's or was never begun
 */
export async function submitTest<Result>(
  taker: TestTaker,
  definition: TestDefinition,
  { attemptId, sent }: SentAnswers,
  { now }: { now: Date },
  afterwards: (tx: Tx, grade: Grade) => Promise<Result>,
): Promise<Submitted<Result>> {
  return refusable<Submitted<Result>>(async (tx) => {
    await lockTest(tx, taker, definition.key);
    const attempt = await attemptAt(tx, taker, definition, attemptId, now);
    const { passed, correctCount, questionCount } = attempt;
    if (attempt.submittedAt) {
      const grade = { passed: passed ?? false, correctCount: correctCount ?? 0, questionCount };
      return { ok: true, grade, result: null };
    }
    const asked = stillAsked(definition.bank, attempt.drawn);
    const { answers, errors } = wholeAnswers(asked, sent, attempt.answers);
    refuseOver(errors);
    const grade = gradeTest(
      asked.map(({ question }) => question),
      answers,
      attempt.passMark,
    );
    await tx.testAttempt.update({
      where: { id: attempt.id },
      data: {
        answers,
        savedAt: now,
        submittedAt: now,
        ...grade,
        version: { increment: 1 },
      },
    });
    await audit(tx, {
      actor: taker.accountId,
      action: "test.submit",
      subject: testSubject(taker),
      details: { test: definition.key, number: attempt.number, passed: grade.passed },
      at: now,
    });
    const { results: _, ...told } = grade;
    return { ok: true, grade: told, result: await afterwards(tx, grade) };
  });
}

/** The form together with what was kept before; every question has to have an answer in one of them. */
export function wholeAnswers(asked: readonly AskedWithDraw[], sent: SentFields, kept: Answers) {
  const filled = Object.fromEntries(
    Object.entries(sent).filter(([, value]) => [value].flat().some((text) => text.trim() !== "")),
  );
  const untouched = asked.filter(
    ({ question }) =>
      !Object.keys(filled).some(
        (name) => name === answerField(question.id) || name.startsWith(`${answerField(question.id)}_`),
      ),
  );
  return readAnswers(asked, { ...fieldsWith(untouched, kept), ...filled }, { whole: true });
}
