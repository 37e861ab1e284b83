import { countAttempt, mayGrant, rateLimits, type Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { lockAccount } from "./account-lock.server";
import { sendInvitation } from "./invite-person.server";
import { endAssignment } from "./roles.server";
import { revokeTokens } from "./tokens.server";
import { requireVisibleAccount } from "./visible-accounts.server";

/** Sends an invitation that was not accepted again. @throws AppError notFound, conflict, tooManyRequests */
export async function resendInvitation(
  actor: Actor,
  accountId: string,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction((tx) => requireInvited(tx, actor, accountId));
  await countAttempt([[rateLimits.inviteAgain, accountId]], now);
  await inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const account = await requireInvited(tx, actor, accountId);
    await sendInvitation(tx, account, { roles: account.roles.map(({ role }) => role), by: actor, now });
  });
}

/** Takes an invitation back: its link stops working and its roles end. @throws AppError notFound, conflict */
export async function revokeInvitation(
  actor: Actor,
  accountId: string,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const account = await requireInvited(tx, actor, accountId);
    await revokeTokens(tx, accountId);
    for (const { id, role } of account.roles)
      await endAssignment(tx, { id, accountId, role, by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "account.invitation-revoked",
      subject: { kind: "account", id: accountId },
      at: now,
    });
  });
}

/** Somebody who was invited and has not come yet, all of whose roles the actor may give. */
async function requireInvited(tx: Tx, actor: Actor, accountId: string) {
  const account = await requireVisibleAccount(tx, actor, accountId);
  if (account.id === actor.accountId || !account.roles.every((role) => mayGrant(actor, role))) {
    throw new AppError("forbidden");
  }
  if (account.emailConfirmedAt || account.disabledAt || account.roles.length === 0)
    throw new AppError("conflict");
  return account;
}
