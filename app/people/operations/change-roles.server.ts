import { mayGrant, type Actor, type Role } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { requireGrantable } from "./grant-roles.server";
import { requireOtherAdministrator } from "./last-administrator.server";
import { writeTo } from "./letters.server";
import { endAssignment, giveRole } from "./roles.server";
import { requireVisibleAccount } from "./visible-accounts.server";

/**
 * Gives somebody a role; their sessions end. Nobody changes their own.
 * @throws AppError notFound, forbidden (own), invalid (role, organisationId, regionCode), conflict when disabled
 */
export async function addRole(
  actor: Actor,
  input: { accountId: string; role: Role; organisationId?: string; regionCode: string | null },
  { now }: { now: Date },
): Promise<void> {
  const { accountId, role, organisationId, regionCode } = input;
  refuseOwn(actor, accountId);
  await inTransaction(async (tx) => {
    const account = await requireVisibleAccount(tx, actor, accountId);
    if (account.disabledAt) throw new AppError("conflict", { reason: "people:refusal.disabled" });
    await requireGrantable(tx, actor, { roles: [role], organisationId, regionCode }, "role");
    const given = await giveRole(tx, {
      accountId,
      role,
      organisationId,
      regionCode,
      by: actor.accountId,
      now,
    });
    if (!given) throw new AppError("invalid", { field: "role", reason: "people:refusal.heldAlready" });
    if (account.emailConfirmedAt) await writeTo(tx, account, "roleAdded", { roles: [role], by: actor.name });
  });
}

/**
 * Ends a role somebody holds; their sessions end.
 * @throws AppError notFound, forbidden (own, or a role the actor could not give), conflict (the last administrator)
 */
export async function endHeldRole(
  actor: Actor,
  { accountId, assignmentId }: { accountId: string; assignmentId: string },
  { now }: { now: Date },
): Promise<void> {
  refuseOwn(actor, accountId);
  await inTransaction(async (tx) => {
    const account = await requireVisibleAccount(tx, actor, accountId);
    const held = account.roles.find(({ id }) => id === assignmentId);
    if (!held) throw new AppError("conflict");
    if (!mayGrant(actor, held)) throw new AppError("forbidden");
    if (held.role === "administrator") await requireOtherAdministrator(tx, accountId);
    await endAssignment(tx, { id: assignmentId, accountId, role: held.role, by: actor.accountId, now });
  });
}

function refuseOwn(actor: Actor, accountId: string): void {
  if (actor.accountId === accountId) throw new AppError("forbidden", { reason: "people:refusal.ownRoles" });
}
