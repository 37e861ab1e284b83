import type { Actor } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { catalogue } from "../../catalogue/catalogue.server";
import type { CourseModule, Lesson } from "../../catalogue/types";
import { drawQuestions } from "../../rules/testing/draw";
import { gradeTest, type Grade } from "../../rules/testing/grade";
import { programmeDefaults } from "../../rules/run-settings";
import { creditLesson } from "../lesson-credit.server";
import { earningEnrolment } from "../studying.server";
import { freshSitting, type Sitting } from "./read-test.server";
import type { RefusedAnswers } from "./refused-answers.server";
import { saveAnswers, type SentAnswers } from "./save-answers.server";
import { startTest } from "./start-test.server";
import { submitTest, wholeAnswers } from "./submit-test.server";
import {
  lessonTest,
  moduleTest,
  moduleWithTest,
  stillAsked,
  type TestDefinition,
} from "./test-definition.server";
import { testFeedback, type QuestionFeedback } from "./test-feedback.server";

/** The tests of the course as its people take them: a lesson's may credit its hour, a module's only checks. */

type Counts = Pick<Grade, "passed" | "correctCount" | "questionCount">;

export type TakenTest =
  /** With the questions as they were asked, for the form to be drawn again; null: they are kept. */
  | (RefusedAnswers & { sitting: Sitting | null })
  | { ok: true; stored: true; grade: Counts; /** Minutes credited by this attempt. */ credited: number }
  /** Readers without a running course: graded and forgotten. */
  | { ok: true; stored: false; grade: Counts; questions: QuestionFeedback[] };

/**
 * Grades a lesson's test; the lesson is credited when its rule is met by it.
 * @throws AppError notFound when the attempt belongs to somebody or something else
 */
export async function takeLessonTest(
  actor: Actor,
  lesson: Lesson,
  answers: SentAnswers,
  { now }: { now: Date },
): Promise<TakenTest> {
  const enrolment = await earningEnrolment(actor);
  if (!enrolment) return trial(lessonTest(lesson, programmeDefaults), answers);
  const taker = { accountId: actor.accountId, enrolmentId: enrolment.id };
  const test = lessonTest(lesson, enrolment.run.settings);
  const taken = await submitTest(taker, test, answers, { now }, async (tx, { passed }) =>
    passed ? creditLesson(tx, enrolment, lesson, now) : 0,
  );
  if (!taken.ok) return { ...taken, sitting: freshSitting(test, answers.attemptId) };
  return { ok: true, stored: true, grade: taken.grade, credited: taken.result ?? 0 };
}

/** Grades a module's test. @throws AppError notFound when the attempt was not begun, or is somebody else's */
export async function takeModuleTest(
  actor: Actor,
  module: CourseModule,
  answers: SentAnswers,
  { now }: { now: Date },
): Promise<TakenTest> {
  const enrolment = await earningEnrolment(actor);
  if (!enrolment) return trial(moduleTest(module, programmeDefaults), answers);
  const taker = { accountId: actor.accountId, enrolmentId: enrolment.id };
  const test = moduleTest(module, enrolment.run.settings);
  const taken = await submitTest(taker, test, answers, { now }, async () => null);
  if (!taken.ok) return { ...taken, sitting: null };
  return { ok: true, stored: true, grade: taken.grade, credited: 0 };
}

/**
 * Begins an attempt at a module's test, or goes on with the open one.
 * @throws AppError conflict when no run of the actor studies now, or with the reason of the limit
 */
export async function startModuleTest(
  actor: Actor,
  module: CourseModule,
  attemptId: string,
  context: { now: Date },
): Promise<void> {
  const { taker, settings } = await requireTaker(actor);
  await startTest(taker, moduleTest(module, settings), attemptId, context);
}

/**
 * Keeps answers of an open test of the course, told by its key.
 * @throws AppError notFound for a test that does not exist, conflict when no run studies or the test was sent
 */
export async function saveCourseAnswers(
  actor: Actor,
  testKey: string,
  answers: SentAnswers,
  context: { now: Date },
): Promise<{ ok: true } | RefusedAnswers> {
  const [kind, id] = testKey.split(":", 2);
  const lesson = kind === "lesson" ? catalogue().lessons.get(id ?? "") : undefined;
  const module = kind === "module" ? moduleWithTest(id) : null;
  if (!lesson && !module) throw new AppError("notFound");
  const { taker, settings } = await requireTaker(actor);
  const test = lesson ? lessonTest(lesson, settings) : moduleTest(module!, settings);
  return saveAnswers(taker, test, answers, context);
}

async function requireTaker(actor: Actor) {
  const enrolment = await earningEnrolment(actor);
  if (!enrolment) throw new AppError("conflict", { reason: "course:refusal.notStudying" });
  const taker = { accountId: actor.accountId, enrolmentId: enrolment.id };
  return { taker, settings: enrolment.run.settings };
}

function trial(test: TestDefinition, { attemptId, sent }: SentAnswers): TakenTest {
  const drawn = drawQuestions(test.bank, test.count, attemptId);
  const asked = stillAsked(test.bank, drawn);
  const { answers, errors } = wholeAnswers(asked, sent, {});
  if (Object.keys(errors).length > 0) return { ok: false, errors, sitting: freshSitting(test, attemptId) };
  const grade = gradeTest(
    asked.map(({ question }) => question),
    answers,
    test.passMark,
  );
  const questions = testFeedback({ drawn, answers, results: grade.results }, test.bank);
  return { ok: true, stored: false, grade, questions };
}
