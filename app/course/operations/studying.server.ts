import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { lessonAt } from "../catalogue/catalogue.server";
import type { Lesson } from "../catalogue/types";
import { runCredits } from "../rules/run-states";
import { enrolmentOf, type EnrolmentFacts } from "./enrolments.server";

export interface LessonAddress {
  module: string | undefined;
  lesson: string | undefined;
}

/** The lesson at an address. @throws AppError notFound, with where to go when it was a lesson's address */
export function requireLesson({ module, lesson }: LessonAddress): Lesson {
  const found = lessonAt(module, lesson);
  if (!found) throw new AppError("notFound", { reason: "learning:refusal.lessonGone" });
  return found;
}

/** A person's active place in a run, whatever the run is doing: enough to read and to write for oneself. */
export interface Student {
  enrolmentId: string;
}

/** The actor's active enrolment, the latest if there are several, or null. */
export async function studentOf(actor: Actor): Promise<Student | null> {
  if (!actor.can("course:study")) return null;
  const row = await db().enrolment.findFirst({
    where: { accountId: actor.accountId, state: "active" },
    orderBy: { enrolledAt: "desc" },
    select: { id: true },
  });
  return row && { enrolmentId: row.id };
}

/** The same, refusing those who have none. @throws AppError conflict with the reason */
export async function requireStudent(actor: Actor): Promise<Student> {
  const student = await studentOf(actor);
  if (!student) throw new AppError("conflict", { reason: "learning:refusal.noCourse" });
  return student;
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
