import { whereScopes, type Actor } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";
import { regionsOfSupervisor } from "./supervision-scope.server";

/** Whose duty of supervision an actor looks after, as parts of queries: somebody outside is not found, anywhere. */

/** Trainees whose supervision the actor looks after: of the region, or those a supervisor meets. */
export function traineesInDuty(actor: Actor): Prisma.EnrolmentWhereInput {
  const active: Prisma.EnrolmentWhereInput = {
    state: "active",
    run: { state: { in: ["running", "exams"] } },
  };
  return { AND: [active, inScope(actor, (regionCode) => ({ run: { regionCode } }))] };
}

/** Mentors whose supervision the actor looks after; those who ended have no duty. */
export function mentorsInDuty(actor: Actor): Prisma.MentorWhereInput {
  const active: Prisma.MentorWhereInput = {
    endedOn: null,
    OR: [{ certifiedOn: { not: null } }, { supervisions: { some: {} } }],
  };
  return { AND: [active, inScope(actor, (regionCode) => ({ regionCode }))] };
}

function inScope<Where>(actor: Actor, inRegion: (regionCode: string) => Where) {
  const regions = actor.can("supervision:record") ? regionsOfSupervisor(actor) : [];
  const supervised =
    regions === null
      ? [{ kind: "all" as const }]
      : regions.map((regionCode) => ({ kind: "region" as const, regionCode }));
  return whereScopes<Where>([...actor.scopes("supervision:oversee"), ...supervised], (scope) =>
    scope.kind === "region" ? inRegion(scope.regionCode) : null,
  );
}
