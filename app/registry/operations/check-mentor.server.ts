import type { Actor } from "~/access/index.server";
import { holdMentor } from "~/certification/index.server";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { formatDay } from "~/ui/formatting";
import type { CaseForWriting } from "./case-scope.server";
import { mentorsToAssign } from "./list-mentors-to-assign.server";

/**
 * Refuses a mentor who may not have the case, saying which standing stands in the way and what can be done. The
 * mentor's row is held, so nobody suspends or ends the mentor between this look and the assignment.
 * @throws AppError invalid (mentorId)
 */
export async function checkMentor(
  tx: Tx,
  actor: Actor,
  found: CaseForWriting,
  mentorId: string,
  now: Date,
): Promise<void> {
  const refuse = (reason: string, values: Record<string, string | number> = {}) =>
    new AppError("invalid", { field: "mentorId", reason, values });
  if (found.assignments.some((current) => current.mentorId === mentorId)) {
    throw refuse("registry:refusal.alreadyAssigned");
  }
  await holdMentor(tx, mentorId);
  const { mentors, rule } = await mentorsToAssign(tx, actor, now);
  const mentor = mentors.find(({ id }) => id === mentorId);
  if (!mentor) throw refuse("registry:refusal.mentorNotOffered");
  if (!mentor.assignable) {
    const { state, dueOn } = mentor.standing;
    const day = dueOn ? formatDay(dueOn, actor.language) : "";
    throw refuse(`mentors:refusal.assign.${state}`, { mentor: mentor.name ?? mentor.code, day });
  }
  // Programme: only experienced mentors work with clients of social curators.
  if (found.organisation.kind === "municipality" && mentor.missing) {
    throw refuse("registry:refusal.notExperienced", { months: rule.months, cases: rule.closedCases });
  }
}
