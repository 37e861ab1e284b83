import type { Actor } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { lessonAt } from "../catalogue/catalogue.server";
import type { Lesson } from "../catalogue/types";
import { runCredits } from "../rules/run-states";
import { enrolmentOf, type EnrolmentFacts } from "./enrolments.server";

export interface LessonAddress {
  module: string | undefined;
  lesson: string | undefined;
}

/** The lesson at an address. @throws AppError notFound */
export function requireLesson({ module, lesson }: LessonAddress): Lesson {
  const found = lessonAt(module, lesson);
  if (!found) throw new AppError("notFound");
  return found;
}

/** The enrolment a person can earn hours in now, or null: readers without one, runs that do not run. */
export async function earningEnrolment(actor: Actor): Promise<EnrolmentFacts | null> {
  if (!actor.can("course:study")) return null;
  const enrolment = await enrolmentOf(actor.accountId);
  return enrolment && enrolment.state === "active" && runCredits(enrolment.run.state) ? enrolment : null;
}

/** The same, refusing those who have none. @throws AppError conflict with the reason */
export async function requireEarningEnrolment(actor: Actor): Promise<EnrolmentFacts> {
  const enrolment = await earningEnrolment(actor);
  if (!enrolment) throw new AppError("conflict", { reason: "course:refusal.notStudying" });
  return enrolment;
}
