import type { Actor } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { mentorsToAssign, type MentorToAssign } from "./list-mentors-to-assign.server";
import { caseBrief, type CaseBrief } from "./read-case-brief.server";

/** What a coordinator decides from: the case, and the mentors who could have it. */
export interface AssignmentFormView {
  brief: CaseBrief;
  mentors: MentorToAssign[];
  /** A social curator's client needs an experienced mentor. */
  needsExperience: boolean;
}

/** @throws AppError notFound outside the coordinator's cases */
export async function readAssignmentForm(
  actor: Actor,
  caseId: string,
  { now }: { now: Date },
): Promise<AssignmentFormView> {
  return inTransaction(async (tx) => {
    const brief = await caseBrief(tx, actor, "case:assign", caseId, now);
    const mentors = await mentorsToAssign(tx, actor, now);
    return {
      brief,
      mentors: mentors.filter(({ id }) => id !== brief.current?.id),
      needsExperience: brief.organisation.kind === "municipality",
    };
  });
}
