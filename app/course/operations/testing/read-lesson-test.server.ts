import type { Actor } from "~/access/index.server";
import type { Lesson } from "../../catalogue/types";
import { programmeDefaults } from "../../rules/run-settings";
import { earningEnrolment } from "../studying.server";
import { freshSitting, readTest, type Sitting } from "./read-test.server";
import { lessonTest } from "./test-definition.server";

export interface LessonTestReading {
  sitting: Sitting;
  /** Answers are kept: the actor studies in a run that counts hours now. */
  stored: boolean;
  passMark: number;
}

/** A lesson's test: the draft begun before, on whatever device, or all questions afresh. */
export async function readLessonTest(
  actor: Actor,
  lesson: Lesson,
  { now, freshId }: { now: Date; freshId: string },
): Promise<LessonTestReading> {
  const enrolment = await earningEnrolment(actor);
  const definition = lessonTest(lesson, enrolment?.run.settings ?? programmeDefaults);
  const { passMark } = definition;
  if (!enrolment) return { sitting: freshSitting(definition, freshId), stored: false, passMark };
  const taker = { accountId: actor.accountId, enrolmentId: enrolment.id };
  const { open } = await readTest(taker, definition, { now });
  return { sitting: open ?? freshSitting(definition, freshId), stored: true, passMark };
}
