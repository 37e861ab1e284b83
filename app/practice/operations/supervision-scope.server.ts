import { whereScopes, type Actor, type Permission } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";

/** Sessions in which the actor holds the permission; `own` are those they led or attended. */
export function whereSession(actor: Actor, permission: Permission): Prisma.SupervisionSessionWhereInput {
  const { accountId } = actor;
  return whereScopes<Prisma.SupervisionSessionWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "own":
        return {
          OR: [
            { supervisorId: accountId },
            { attendances: { some: { OR: [{ enrolment: { accountId } }, { mentor: { accountId } }] } } },
          ],
        };
      case "assigned":
        return { run: { trainers: { some: { accountId } } } };
      case "region":
        return {
          OR: [
            { run: { regionCode: scope.regionCode } },
            { attendances: { some: { mentor: { regionCode: scope.regionCode } } } },
          ],
        };
      case "all":
        return {};
      default:
        return null;
    }
  });
}

/** Regions a supervisor works in: null stands for the whole programme. */
export function regionsOfSupervisor(actor: Actor): string[] | null {
  const held = actor.roles.filter(({ role }) => role === "supervisor").map(({ regionCode }) => regionCode);
  return held.includes(null) ? null : held.filter((code) => code !== null);
}

/** Runs whose trainees a supervisor may meet: those that study now, in the supervisor's regions. */
export function runsToSupervise(actor: Actor): Prisma.CourseRunWhereInput {
  const regions = regionsOfSupervisor(actor);
  return {
    state: { in: ["running", "exams"] },
    ...(regions ? { regionCode: { in: regions } } : {}),
  };
}

/** Mentors a supervisor may meet: certified ones of the supervisor's regions who have not ended. */
export function mentorsToSupervise(actor: Actor): Prisma.MentorWhereInput {
  const regions = regionsOfSupervisor(actor);
  return { endedOn: null, ...(regions ? { regionCode: { in: regions } } : {}) };
}
