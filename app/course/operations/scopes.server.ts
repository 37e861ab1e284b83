import { whereScopes, type Actor, type Permission } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";

/** Whose rows an actor may see, as parts of queries: a row outside is not found, anywhere. */

/** Runs in which the actor holds the permission; `assigned` are those they teach, `own` those they study in. */
export function whereRun(actor: Actor, permission: Permission): Prisma.CourseRunWhereInput {
  return whereScopes<Prisma.CourseRunWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "assigned":
        return { trainers: { some: { accountId: actor.accountId } } };
      case "own":
        return { enrolments: { some: { accountId: actor.accountId } } };
      case "region":
        return { regionCode: scope.regionCode };
      case "organisation":
        return { organisationId: scope.organisationId };
      case "all":
        return {};
    }
  });
}

/** Enrolments in which the actor holds the permission; `own` is the actor's. */
export function whereEnrolment(actor: Actor, permission: Permission): Prisma.EnrolmentWhereInput {
  return whereScopes<Prisma.EnrolmentWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "own":
        return { accountId: actor.accountId };
      case "assigned":
        return { run: { trainers: { some: { accountId: actor.accountId } } } };
      case "region":
        return { run: { regionCode: scope.regionCode } };
      case "organisation":
        return { run: { organisationId: scope.organisationId } };
      case "all":
        return {};
    }
  });
}

/** Applications in which the actor holds the permission. Nobody decides about an own one. */
export function whereApplication(actor: Actor, permission: Permission): Prisma.ApplicationWhereInput {
  return whereScopes<Prisma.ApplicationWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "own":
        return { accountId: actor.accountId };
      case "region":
        return { regionCode: scope.regionCode };
      case "all":
        return {};
      default:
        return null;
    }
  });
}

/** True when a thing of a region is within the permission. */
export function mayInRegion(actor: Actor, permission: Permission, regionCode: string): boolean {
  return actor
    .scopes(permission)
    .some((scope) => scope.kind === "all" || (scope.kind === "region" && scope.regionCode === regionCode));
}

/** True when the actor holds the permission in a run at hand. */
export function holdsOnRun(
  actor: Actor,
  permission: Permission,
  run: { regionCode: string; organisationId: string | null; trainerIds: readonly string[] },
): boolean {
  return actor.scopes(permission).some((scope) => {
    switch (scope.kind) {
      case "all":
        return true;
      case "region":
        return scope.regionCode === run.regionCode;
      case "organisation":
        return scope.organisationId === run.organisationId;
      case "assigned":
        return run.trainerIds.includes(actor.accountId);
      case "own":
        return false;
    }
  });
}
