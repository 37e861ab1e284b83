import { whereScopes, type Actor, type Permission, type Scope } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";

type Sessions = Prisma.SupervisionSessionWhereInput;

/** Sessions in which the actor holds the permission; `own` are those they led, were asked to or attended. */
export function whereSession(actor: Actor, permission: Permission): Sessions {
  return whereScopes<Sessions>(actor.scopes(permission), (scope) => sessionsIn(actor, scope));
}

/** Sessions the actor sees for others' sake, as who teaches in the run or looks after the region. */
export function whereOverseen(actor: Actor): Sessions {
  const scopes = actor.scopes("supervision:list").filter(({ kind }) => kind !== "own");
  return whereScopes<Sessions>(scopes, (scope) => sessionsIn(actor, scope));
}

/** Sessions somebody was asked to or attended. */
export function whereAsked(accountId: string): Sessions {
  const who = { OR: [{ enrolment: { accountId } }, { mentor: { accountId } }] };
  return { OR: [{ invitations: { some: who } }, { attendances: { some: who } }] };
}

function sessionsIn(actor: Actor, scope: Scope): Sessions | null {
  const { accountId } = actor;
  switch (scope.kind) {
    case "own":
      return { OR: [{ supervisorId: accountId }, whereAsked(accountId)] };
    case "assigned":
      return { run: { trainers: { some: { accountId } } } };
    case "region": {
      const { regionCode } = scope;
      return {
        OR: [
          { run: { regionCode } },
          { attendances: { some: { mentor: { regionCode } } } },
          { invitations: { some: { mentor: { regionCode } } } },
        ],
      };
    }
    case "all":
      return {};
    default:
      return null;
  }
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
  return {
    endedOn: null,
    // Nobody supervises himself; mentors of older registers have no account.
    OR: [{ accountId: null }, { accountId: { not: actor.accountId } }],
    ...(regions ? { regionCode: { in: regions } } : {}),
  };
}
