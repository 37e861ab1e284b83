import type { Actor } from "~/access/index.server";
import { whereEnrolment } from "~/course/index.server";
import type { Prisma } from "~/platform/db/index.server";

/** Which entries wait for somebody's review. */
export function waitingForReview(actor: Actor): Prisma.PracticeEntryWhereInput {
  return {
    state: "submitted",
    enrolment: { AND: [whereEnrolment(actor, "practice:review"), { accountId: { not: actor.accountId } }] },
  };
}
