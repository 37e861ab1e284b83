import { whereScopes, type Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { missingExperience, type MissingExperience } from "../rules/experience";
import { whereCase } from "./case-scope.server";
import { mentorExperience } from "./mentor-work.server";

/** A mentor a coordinator may entrust a case to. */
export interface MentorToAssign {
  id: string;
  code: string;
  /** Null for a mentor from an older register who has no account. */
  name: string | null;
  regionCode: string | null;
  /** Cases the mentor has now, among those the coordinator may see. */
  load: number;
  /** Supervision is nearly due: the mentor may still take a case. */
  lapsing: boolean;
  /** What is missing for a social curator's client; null when experienced. */
  missing: MissingExperience | null;
}

/** Mentors in the coordinator's scope who have not ended. */
export function whereMentor(actor: Actor, now: Date): Prisma.MentorWhereInput {
  const scopes = whereScopes<Prisma.MentorWhereInput>(actor.scopes("case:assign"), (scope) =>
    scope.kind === "region" ? { OR: [{ regionCode: scope.regionCode }, { regionCode: null }] } : null,
  );
  const working: Prisma.MentorWhereInput = {
    OR: [{ endedOn: null }, { endedOn: { gt: dayToDate(dayOf(now)) } }],
  };
  return { AND: [scopes, working] };
}

/** Mentors to choose from, those with the least work first. */
export async function mentorsToAssign(
  tx: Tx,
  actor: Actor,
  now: Date,
  only: Prisma.MentorWhereInput = {},
): Promise<MentorToAssign[]> {
  const mentors = await tx.mentor.findMany({ where: { AND: [whereMentor(actor, now), only] } });
  const ids = mentors.map(({ id }) => id);
  const loads = await tx.assignment.groupBy({
    by: ["mentorId"],
    where: { mentorId: { in: ids }, openCaseId: { not: null }, case: whereCase(actor, "case:list") },
    _count: true,
  });
  const loadOf = new Map(loads.map((row) => [row.mentorId, row._count]));
  const experience = await mentorExperience(ids, tx);
  const names = await namesOf(
    mentors.flatMap(({ accountId }) => accountId ?? []),
    tx,
  );
  const today = dayOf(now);
  return mentors
    .map((mentor) => ({
      id: mentor.id,
      code: mentor.code,
      name: (mentor.accountId && names.get(mentor.accountId)) ?? null,
      regionCode: mentor.regionCode,
      load: loadOf.get(mentor.id) ?? 0,
      lapsing: false,
      missing: missingExperience(experience.get(mentor.id) ?? { since: null, closedCases: 0 }, today),
    }))
    .sort((a, b) => a.load - b.load || (a.name ?? a.code).localeCompare(b.name ?? b.code, "cs"));
}
