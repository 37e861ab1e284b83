import { audit } from "~/platform/audit/index.server";
import { macOf, sameHash } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";

/**
 * Turning the weekly summary off from its letter, without signing in: the link holds the account and a
 * signature that only the portal can make. It does nothing else and never grows old.
 */

const purpose = "weekly-digest-off";

/** What the link in the letter carries. */
export function digestToken(accountId: string): string {
  return `${accountId}.${macOf(purpose, accountId)}`;
}

/** The account a link was made for. @throws AppError notFound for one the portal did not make */
export function accountOfDigestToken(token: string): string {
  const at = token.indexOf(".");
  const accountId = token.slice(0, at);
  if (!isRowId(accountId) || !sameHash(token.slice(at + 1), macOf(purpose, accountId)))
    throw new AppError("notFound");
  return accountId;
}

/** Turns the summary off for who the link was made for; again it changes nothing. @throws AppError notFound */
export async function turnDigestOff(token: string, { now }: { now: Date }): Promise<void> {
  const accountId = accountOfDigestToken(token);
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, weeklyDigest: true },
      data: { weeklyDigest: false },
    });
    if (count === 0) return;
    const subject = { kind: "account", id: accountId };
    await audit(tx, { actor: null, action: "digest.turned-off", subject, at: now });
  });
}
