/** When a lesson is done: the trainee declares it read and exercised, and its test is passed. */

export interface LessonFacts {
  opened: boolean;
  declared: boolean;
  passed: boolean;
  credited: boolean;
}

export type LessonState = "new" | "reading" | "declared" | "passed" | "done";

/** Where a trainee stands with a lesson. A lesson whose hour came from elsewhere is done all the same. */
export function lessonState({ opened, declared, passed, credited }: LessonFacts): LessonState {
  if (credited || (declared && passed)) return "done";
  if (passed) return "passed";
  if (declared) return "declared";
  return opened ? "reading" : "new";
}

/** Both halves of the rule hold and nothing was credited for the lesson yet. */
export function lessonEarned(facts: LessonFacts): boolean {
  return facts.declared && facts.passed && !facts.credited;
}

export interface LessonPlace {
  id: string;
  state: LessonState;
  lastOpenedAt: Date | null;
}

/**
 * The lesson to go on with: the one opened last among those begun and not done, otherwise the first in
 * order that is not done; null when all are.
 */
export function lessonToContinue<Lesson extends LessonPlace>(lessons: readonly Lesson[]): Lesson | null {
  const open = lessons.filter(({ state }) => state !== "done");
  const begun = open.filter(({ lastOpenedAt }) => lastOpenedAt !== null);
  const latest = begun.reduce<Lesson | null>(
    (best, lesson) => (best && best.lastOpenedAt! >= lesson.lastOpenedAt! ? best : lesson),
    null,
  );
  return latest ?? open[0] ?? null;
}
