import type { Actor } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import type { ExperienceRule } from "../rules/experience";
import { mentorsToAssign, type MentorToAssign } from "./list-mentors-to-assign.server";
import { caseBrief, type CaseBrief } from "./read-case-brief.server";

/** What a coordinator decides from: the case, and the mentors who could have it. */
export interface AssignmentFormView {
  brief: CaseBrief;
  /** Active mentors; without the one who has the case. */
  mentors: MentorToAssign[];
  /** Mentors who cannot take a case now, each with the standing that says why; ended ones are not among them. */
  others: MentorToAssign[];
  /** The mentor who has the case, when the standing says to hand it over. */
  leaving: MentorToAssign | null;
  /** A social curator's client needs an experienced mentor. */
  needsExperience: boolean;
  rule: ExperienceRule;
}

/** @throws AppError notFound outside the coordinator's cases */
export async function readAssignmentForm(
  actor: Actor,
  caseId: string,
  { now }: { now: Date },
): Promise<AssignmentFormView> {
  return inTransaction(async (tx) => {
    const brief = await caseBrief(tx, actor, "case:assign", caseId, now);
    const { mentors, rule } = await mentorsToAssign(tx, actor, now);
    const current = mentors.find(({ id }) => id === brief.current?.id);
    const rest = mentors.filter(({ id }) => id !== brief.current?.id);
    return {
      brief,
      mentors: rest.filter(({ assignable }) => assignable),
      others: rest.filter(({ assignable, standing }) => !assignable && standing.state !== "ended"),
      leaving: current && !current.assignable ? current : null,
      needsExperience: brief.organisation.kind === "municipality",
      rule,
    };
  });
}
