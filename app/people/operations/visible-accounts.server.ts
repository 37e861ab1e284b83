import { whereScopes, type Actor, type Role } from "~/access/index.server";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

/** Roles whose holders report incidents once they pass the monitoring training. */
export const reporterRoles: readonly Role[] = ["mentor", "crime_prevention_assistant"];

/**
 * Accounts somebody may see: those with a role, now or earlier, in the regions of `account:list`, and the
 * reporters in the scope of `monitoring:train`.
 */
export function visibleAccounts(actor: Actor): Prisma.AccountWhereInput {
  const listed = whereScopes<Prisma.AccountWhereInput>(actor.scopes("account:list"), (scope) =>
    scope.kind === "region" ? { roles: { some: inRegion(scope.regionCode) } } : null,
  );
  const trainable = trainableAccounts(actor);
  if (!trainable || !("OR" in listed)) return listed;
  return { OR: [...listed.OR, trainable] };
}

/** Reporters for whom somebody may record the monitoring training; null when nobody. */
export function trainableAccounts(actor: Actor): Prisma.AccountWhereInput | null {
  const scopes = actor.scopes("monitoring:train");
  if (scopes.length === 0) return null;
  const place = whereScopes(scopes, (scope) => (scope.kind === "region" ? inRegion(scope.regionCode) : null));
  return { roles: { some: { endedAt: null, role: { in: [...reporterRoles] }, ...place } } };
}

/** The account with its roles, if the actor may see it. @throws AppError notFound */
export async function requireVisibleAccount(tx: Tx, actor: Actor, accountId: string) {
  const account = await tx.account.findFirst({
    where: { AND: [{ id: accountId }, visibleAccounts(actor)] },
    include: { roles: { where: { endedAt: null } } },
  });
  if (!account) throw new AppError("notFound");
  return account;
}

function inRegion(regionCode: string): Prisma.RoleAssignmentWhereInput {
  return { OR: [{ regionCode }, { organisation: { regionCode } }] };
}
