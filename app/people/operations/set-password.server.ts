import { endSessionsOf } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { Visitor } from "../visitor.server";
import { lockAccount } from "./account-lock.server";
import { startSessionOf, type SignedIn } from "./sign-in.server";
import { accountOfToken, revokeTokens, spendToken } from "./tokens.server";

/**
 * Sets a password through the link of a letter, which also proves the address; every session of the account
 * ends, every other link is taken back, and a new session begins.
 * @throws AppError gone when the link was used by somebody else meanwhile
 */
export async function setPasswordByToken(
  tx: Tx,
  {
    token,
    kind,
    passwordHash,
  }: { token: string; kind: "invitation" | "password_reset"; passwordHash: string },
  visitor: Visitor,
): Promise<SignedIn & { accountId: string }> {
  const { now } = visitor;
  const account = await accountOfToken(token, kind, now, tx);
  if (!account || account.disabledAt) throw new AppError("gone");
  const accountId = account.id;
  await lockAccount(tx, accountId);
  await spendToken(tx, token, kind, now);
  await tx.account.update({
    where: { id: accountId },
    data: {
      passwordHash,
      passwordChangedAt: now,
      emailConfirmedAt: account.emailConfirmedAt ?? now,
      version: { increment: 1 },
    },
  });
  await revokeTokens(tx, accountId);
  await endSessionsOf(tx, accountId);
  const action = kind === "invitation" ? "account.invitation-accepted" : "account.password-reset";
  await audit(tx, { actor: accountId, action, subject: { kind: "account", id: accountId }, at: now });
  const signedIn = await startSessionOf(tx, accountId, visitor);
  if (!signedIn) throw new AppError("gone");
  return { ...signedIn, accountId };
}
