import { endSessionsOf, type Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { lockAccount } from "./account-lock.server";
import { requireOtherAdministrator } from "./last-administrator.server";
import { writeTo } from "./letters.server";
import { clearSecondFactor } from "./second-factor.server";
import { revokeTokens } from "./tokens.server";
import { requireVisibleAccount } from "./visible-accounts.server";

/**
 * Disables an account: its sessions end, its links are taken back, its roles stay for the day it is enabled.
 * @throws AppError notFound, forbidden (own), stale, conflict (the last administrator)
 */
export async function disableAccount(
  actor: Actor,
  { accountId, version }: { accountId: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  if (actor.accountId === accountId) throw new AppError("forbidden");
  await inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const account = await requireVisibleAccount(tx, actor, accountId);
    if (account.roles.some(({ role }) => role === "administrator"))
      await requireOtherAdministrator(tx, accountId);
    const { count } = await tx.account.updateMany({
      where: { id: accountId, version, disabledAt: null },
      data: { disabledAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await endSessionsOf(tx, accountId);
    await revokeTokens(tx, accountId);
    await audit(tx, about(actor, accountId, "account.disabled", now));
  });
}

/** Lets the owner of a disabled account in again. @throws AppError notFound, stale */
export async function enableAccount(
  actor: Actor,
  { accountId, version }: { accountId: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await requireVisibleAccount(tx, actor, accountId);
    const { count } = await tx.account.updateMany({
      where: { id: accountId, version, disabledAt: { not: null } },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, about(actor, accountId, "account.enabled", now));
  });
}

/**
 * Turns somebody's second factor off, for who lost both the phone and the recovery codes. Their sessions end
 * and a letter tells them.
 * @throws AppError notFound, forbidden (own), conflict when there is none
 */
export async function resetSecondFactor(
  actor: Actor,
  accountId: string,
  { now }: { now: Date },
): Promise<void> {
  if (actor.accountId === accountId) throw new AppError("forbidden");
  await inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const account = await requireVisibleAccount(tx, actor, accountId);
    if (!(await clearSecondFactor(tx, accountId))) throw new AppError("conflict");
    await endSessionsOf(tx, accountId);
    await audit(tx, about(actor, accountId, "second-factor.reset", now));
    if (account.emailConfirmedAt) await writeTo(tx, account, "secondFactorReset", { path: "/prihlaseni" });
  });
}

function about(actor: Actor, accountId: string, action: `${string}.${string}`, at: Date) {
  return { actor: actor.accountId, action, subject: { kind: "account", id: accountId }, at } as const;
}
