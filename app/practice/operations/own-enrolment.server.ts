import type { Actor } from "~/access/index.server";
import { enrolmentOf, type EnrolmentFacts } from "~/course/index.server";
import { AppError } from "~/platform/errors";

/** The enrolment a trainee does practice in. @throws AppError conflict when there is none */
export async function requireOwnEnrolment(actor: Actor): Promise<EnrolmentFacts> {
  const enrolment = await enrolmentOf(actor.accountId);
  if (!enrolment) throw new AppError("conflict", { reason: "practice:refusal.noCourse" });
  return enrolment;
}
