import type { Actor, Role, Scope } from "~/access/index.server";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

/** Roles whose holders report incidents once they pass the monitoring training. */
export const reporterRoles: readonly Role[] = ["mentor", "crime_prevention_assistant"];

/**
 * Accounts somebody may see: those with a role, now or earlier, in the regions of `account:list`, and the
 * reporters in the scope of `monitoring:train`.
 */
export function visibleAccounts(actor: Actor): Prisma.AccountWhereInput {
  const listed = actor.scopes("account:list").flatMap((scope) => listedIn(scope) ?? []);
  const trained = trainableAccounts(actor);
  return { OR: trained ? [...listed, trained] : listed };
}

/** Reporters for whom somebody may record the monitoring training; null when nobody. */
export function trainableAccounts(actor: Actor): Prisma.AccountWhereInput | null {
  const places = actor.scopes("monitoring:train").flatMap((scope) => placeOf(scope) ?? []);
  if (places.length === 0) return null;
  return { roles: { some: { endedAt: null, role: { in: [...reporterRoles] }, OR: places } } };
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

function listedIn(scope: Scope): Prisma.AccountWhereInput | null {
  if (scope.kind === "all") return {};
  const place = placeOf(scope);
  return place && { roles: { some: place } };
}

function placeOf(scope: Scope): Prisma.RoleAssignmentWhereInput | null {
  if (scope.kind === "all") return {};
  if (scope.kind !== "region") return null;
  const { regionCode } = scope;
  return { OR: [{ regionCode }, { organisation: { regionCode } }] };
}
