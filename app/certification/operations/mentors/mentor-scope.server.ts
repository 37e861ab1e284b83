import { whereScopes, type Actor } from "~/access/index.server";
import type { Prisma } from "~/platform/db/index.server";

/**
 * Mentors in which the actor holds the permission; `own` is the actor's row. A region has its mentors and those
 * of older registers whose region nobody knows.
 */
export function whereMentor(
  actor: Actor,
  permission: "mentor:list" | "mentor:decide" | "mentor:own" | "case:assign",
): Prisma.MentorWhereInput {
  return whereScopes<Prisma.MentorWhereInput>(actor.scopes(permission), (scope) => {
    switch (scope.kind) {
      case "own":
        return { accountId: actor.accountId };
      case "region":
        return { OR: [{ regionCode: scope.regionCode }, { regionCode: null }] };
      case "all":
        return {};
      default:
        return null;
    }
  });
}
