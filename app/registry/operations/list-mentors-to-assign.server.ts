import type { Actor } from "~/access/index.server";
import { assignableMentors, type MentorOption } from "~/certification/index.server";
import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { missingExperience, type MissingExperience } from "../rules/experience";
import { whereCase } from "./case-scope.server";
import { mentorExperience } from "./mentor-work.server";

/** A mentor a coordinator may entrust a case to. */
export interface MentorToAssign {
  id: string;
  code: string;
  /** Null for a mentor from an older register who has no account. */
  name: string | null;
  /** Cases the mentor has now, among those the coordinator may see. */
  load: number;
  /** Supervision is overdue: the mentor may still take a case, the coordinator should know. */
  lapsing: boolean;
  /** What is missing for a social curator's client; null when experienced. */
  missing: MissingExperience | null;
}

/** Mentors to choose from, those with the least work first; lapsed and ended ones are not among them. */
export async function mentorsToAssign(tx: Tx, actor: Actor, now: Date): Promise<MentorToAssign[]> {
  const today = dayOf(now);
  const mentors = await mentorsInScope(tx, actor, today);
  const ids = mentors.map(({ id }) => id);
  const loads = await tx.assignment.groupBy({
    by: ["mentorId"],
    where: { mentorId: { in: ids }, openCaseId: { not: null }, case: whereCase(actor, "case:list") },
    _count: true,
  });
  const loadOf = new Map(loads.map((row) => [row.mentorId, row._count]));
  const experience = await mentorExperience(ids, tx);
  return mentors
    .map(({ id, code, name, standing }) => ({
      id,
      code,
      name,
      load: loadOf.get(id) ?? 0,
      lapsing: standing.state === "lapsing",
      missing: missingExperience(experience.get(id) ?? { since: null, closedCases: 0 }, today),
    }))
    .sort((a, b) => a.load - b.load || (a.name ?? a.code).localeCompare(b.name ?? b.code, "cs"));
}

async function mentorsInScope(tx: Tx, actor: Actor, today: string): Promise<MentorOption[]> {
  const found = new Map<string, MentorOption>();
  for (const scope of actor.scopes("case:assign")) {
    if (scope.kind !== "all" && scope.kind !== "region") continue;
    const regionCode = scope.kind === "region" ? scope.regionCode : null;
    for (const mentor of await assignableMentors({ regionCode }, today, tx)) found.set(mentor.id, mentor);
  }
  return [...found.values()];
}
