import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { catalogue } from "../../catalogue/catalogue.server";
import { runCredits } from "../../rules/run-states";
import type { Question } from "../../rules/testing/question";
import { storedAttempt } from "./attempts.server";
import { moduleQuestions, trainingTestKey } from "./test-definition.server";
import { testFeedback, type QuestionFeedback } from "./test-feedback.server";

export interface AttemptReading {
  /** Where the test is taken; null when its lesson or module has left the course. */
  test: { kind: "lesson" | "module"; moduleId: string; id: string; title: string } | null;
  submittedAt: Date;
  passed: boolean;
  correctCount: number;
  questionCount: number;
  passMark: number;
  number: number;
  questions: QuestionFeedback[];
  /** The lesson's hour still waits for the trainee's declaration. */
  stillDeclare: boolean;
}

interface KnownTest {
  test: AttemptReading["test"];
  bank: readonly Question[];
  textHash?: string;
}

/**
 * An own attempt of the course's tests that was sent: its result stands whatever became of the lesson since.
 * @returns null while it is open, with where to go on
 * @throws AppError notFound
 */
export async function readAttempt(
  actor: Actor,
  attemptId: string | undefined,
): Promise<{ open: KnownTest["test"]; result: null } | { open: null; result: AttemptReading }> {
  const row = isRowId(attemptId)
    ? await db().testAttempt.findFirst({
        // Tests of trainings have their results where the training is.
        where: {
          id: attemptId,
          accountId: actor.accountId,
          NOT: { testKey: { startsWith: trainingTestKey("") } },
        },
        include: { enrolment: { select: { state: true, run: { select: { state: true } } } } },
      })
    : null;
  if (!row) throw new AppError("notFound");
  const { enrolment, ...stored } = row;
  const { test, bank, textHash } = knownTest(row.testKey);
  const attempt = storedAttempt(stored);
  if (!attempt.submittedAt) return { open: test, result: null };
  const earning = enrolment?.state === "active" && runCredits(enrolment.run.state);
  const { number, questionCount, passMark, submittedAt } = attempt;
  const passed = attempt.passed ?? false;
  return {
    open: null,
    result: {
      test,
      submittedAt,
      passed,
      correctCount: attempt.correctCount ?? 0,
      questionCount,
      passMark,
      number,
      questions: testFeedback(attempt, bank, textHash),
      stillDeclare:
        earning && passed && test?.kind === "lesson" && !(await isDeclared(attempt.enrolmentId!, test.id)),
    },
  };
}

async function isDeclared(enrolmentId: string, lessonId: string): Promise<boolean> {
  const progress = await db().lessonProgress.findUnique({
    where: { enrolmentId_lessonId: { enrolmentId, lessonId } },
    select: { declaredAt: true },
  });
  return Boolean(progress?.declaredAt);
}

function knownTest(testKey: string): KnownTest {
  const [kind, id = ""] = testKey.split(":", 2);
  const lesson = kind === "lesson" ? catalogue().lessons.get(id) : undefined;
  if (lesson) {
    const { moduleId, title, questions, contentHash } = lesson;
    return { test: { kind: "lesson", moduleId, id, title }, bank: questions, textHash: contentHash };
  }
  const module = kind === "module" ? catalogue().modules.find((one) => one.id === id) : undefined;
  if (module) {
    return { test: { kind: "module", moduleId: id, id, title: module.title }, bank: moduleQuestions(module) };
  }
  return { test: null, bank: [] };
}
