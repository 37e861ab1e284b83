import type { CourseModule, Lesson } from "~/course/catalogue/types";
import {
  lessonTest,
  moduleTest,
  type TestDefinition,
} from "~/course/operations/testing/test-definition.server";
import { programmeDefaults } from "~/course/rules/run-settings";
import { drawQuestions } from "~/course/rules/testing/draw";
import { gradeTest } from "~/course/rules/testing/grade";
import type { Answer, Question } from "~/course/rules/testing/question";
import type { Prisma } from "~/platform/db/index.server";
import { seededRandom, seededUuid } from "./random";

/** Attempts at tests as people would make them: some know more, some questions are harder. */

type AttemptRow = Prisma.TestAttemptCreateManyInput;

// A sequence of its own: more questions in the course change no other part of the demo.
const chance = seededRandom(20_121_122);

export interface TestWish {
  accountId: string;
  enrolmentId: string;
  at: Date;
}

/** A lesson's test with so many mistakes, made where the questions are hard. */
export function addLessonAttempt(
  attempts: AttemptRow[],
  { lesson, mistakes, ...who }: TestWish & { lesson: Lesson; mistakes: number },
): void {
  const hardest = lesson.questions
    .map(({ id }) => ({ id, weight: hardness(id) + chance() }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mistakes)
    .map(({ id }) => id);
  addAttempt(attempts, lessonTest(lesson, programmeDefaults), who, ({ id }) => !hardest.includes(id));
}

/** A module's test, and a second one some days later when the first was not passed. */
export function addModuleAttempts(
  attempts: AttemptRow[],
  { module, skill, before, ...who }: TestWish & { module: CourseModule; skill: number; before: Date },
): void {
  const test = moduleTest(module, programmeDefaults);
  if (test.bank.length === 0) return;
  const tries = [0, 1].map((again) => ({ again, at: new Date(who.at.getTime() + again * 3 * 86_400_000) }));
  for (const { again, at } of tries) {
    if (at >= before) return;
    const knows = ({ id }: Question) => chance() < 0.42 + 0.55 * skill - 0.35 * hardness(id) + 0.15 * again;
    if (addAttempt(attempts, test, { ...who, at }, knows)) return;
  }
}

/** @returns whether it was passed */
function addAttempt(
  attempts: AttemptRow[],
  test: TestDefinition,
  { accountId, enrolmentId, at }: TestWish,
  knows: (question: Question) => boolean,
): boolean {
  const id = seededUuid(chance);
  const drawn = drawQuestions(test.bank, test.count, id);
  const questions = drawn.map(({ question }) => test.bank.find((one) => one.id === question)!);
  const answers = Object.fromEntries(
    questions.map((question) => [question.id, answerTo(question, knows(question))]),
  );
  const grade = gradeTest(questions, answers, test.passMark);
  attempts.push({
    id,
    accountId,
    enrolmentId,
    testKey: test.key,
    number: attempts.filter((one) => one.accountId === accountId && one.testKey === test.key).length + 1,
    drawn: drawn.map((one) => ({ ...one })),
    answers,
    startedAt: new Date(at.getTime() - questions.length * 45_000),
    savedAt: at,
    submittedAt: at,
    passMark: test.passMark,
    ...grade,
  });
  return grade.passed;
}

function answerTo(question: Question, right: boolean): Answer {
  switch (question.kind) {
    case "ordering":
      return swapped(
        question.items.map(({ id }) => id),
        right,
      );
    case "matching": {
      const ids = question.pairs.map(({ id }) => id);
      const rights = swapped(ids, right);
      return ids.map((id, index) => `${id}:${rights[index]}`);
    }
    case "short":
      return right ? [question.accepted[0]!] : ["nevím"];
    default: {
      const wrong = question.options.find(({ correct }) => !correct);
      if (!right && wrong) return [wrong.id];
      return question.options.filter(({ correct }) => correct).map(({ id }) => id);
    }
  }
}

function swapped(ids: string[], right: boolean): string[] {
  const [first, second, ...rest] = ids;
  return right ? ids : [second!, first!, ...rest];
}

/** From 0 to 1, the same for the same question. */
function hardness(questionId: string): number {
  return seededRandom([...questionId].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0)();
}
