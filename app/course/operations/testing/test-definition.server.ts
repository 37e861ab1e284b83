import type { CourseModule, Lesson } from "../../catalogue/types";
import { catalogue } from "../../catalogue/catalogue.server";
import type { AskedWithDraw } from "../../rules/testing/answer-fields";
import type { AttemptLimits } from "../../rules/testing/attempt-rules";
import type { DrawnQuestion, Question } from "../../rules/testing/question";
import type { RunSettings } from "../../rules/run-settings";

/** What a test asks and by which rules; the engine knows nothing else of lessons, modules or trainings. */
export interface TestDefinition {
  /** `lesson:<id>`, `module:<id>` or `training:<id>`; kept with every attempt. */
  key: string;
  bank: readonly Question[];
  /** How many questions are drawn; null: all, in the author's order. */
  count: number | null;
  /** Percent of right answers that passes, 1–100. */
  passMark: number;
  limits: AttemptLimits;
  /** An attempt begins with its first answer, not with a press of a button: for tests without a limit. */
  startsByItself: boolean;
}

/** Whose attempts they are: a trainee's of one run, or anybody's at a training outside runs. */
export interface TestTaker {
  accountId: string;
  enrolmentId: string | null;
}

const unlimited: AttemptLimits = { attempts: null, coolingOffHours: 0 };

export const lessonTestKey = (lessonId: string) => `lesson:${lessonId}`;
export const moduleTestKey = (moduleId: string) => `module:${moduleId}`;
export const trainingTestKey = (trainingId: string) => `training:${trainingId}`;

/** All questions of a lesson, as often as wanted: an hour must not hang on a bad day. */
export function lessonTest(lesson: Lesson, settings: Pick<RunSettings, "passMark">): TestDefinition {
  return {
    key: lessonTestKey(lesson.id),
    bank: lesson.questions,
    count: null,
    passMark: settings.passMark,
    limits: unlimited,
    startsByItself: true,
  };
}

/** A draw from all questions of a module, with the run's attempts and pauses. */
export function moduleTest(
  module: CourseModule,
  settings: Pick<RunSettings, "passMark" | "testAttempts" | "testCoolingOffHours" | "moduleTestQuestions">,
): TestDefinition {
  const bank = moduleQuestions(module);
  return {
    key: moduleTestKey(module.id),
    bank,
    count: Math.min(settings.moduleTestQuestions, bank.length),
    passMark: settings.passMark,
    limits: { attempts: settings.testAttempts, coolingOffHours: settings.testCoolingOffHours },
    startsByItself: false,
  };
}

/** The final test of a training that belongs to no run. */
export function trainingTest(training: {
  id: string;
  questions: readonly Question[];
  finalTest: { questions: number; passPercent: number };
  limits?: AttemptLimits;
}): TestDefinition {
  const { id, questions, finalTest, limits = unlimited } = training;
  return {
    key: trainingTestKey(id),
    bank: questions,
    count: Math.min(finalTest.questions, questions.length),
    passMark: finalTest.passPercent,
    limits,
    startsByItself: false,
  };
}

/** The bank of a module: the questions of its lessons and its own. */
export function moduleQuestions({ lessons, bank }: CourseModule): Question[] {
  return [...lessons.flatMap(({ questions }) => questions), ...bank];
}

/** The module at an address, if it has anything to ask. */
export function moduleWithTest(moduleId: string | undefined): CourseModule | null {
  const module = catalogue().modules.find(({ id }) => id === moduleId);
  return module && moduleQuestions(module).length > 0 ? module : null;
}

/** Drawn questions that still exist, as they are worded now. */
export function stillAsked(bank: readonly Question[], drawn: readonly DrawnQuestion[]): AskedWithDraw[] {
  const byId = new Map(bank.map((question) => [question.id, question]));
  return drawn.flatMap((one) => {
    const question = byId.get(one.question);
    return question ? [{ question, drawn: one }] : [];
  });
}
