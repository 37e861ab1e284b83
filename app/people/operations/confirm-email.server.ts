import { countAttempt, forgetAttempts, rateLimits, type Limited } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openEmail } from "../account.server";
import { verifyPassword } from "../passwords.server";
import type { Visitor } from "../visitor.server";
import { lockAccount } from "./account-lock.server";
import { startSessionOf, type SignedIn } from "./sign-in.server";
import { accountOfToken, revokeTokens, spendToken } from "./tokens.server";

/** The address a confirmation link belongs to, or null when the link is not good any more. */
export async function readConfirmation(
  token: string,
  { now }: { now: Date },
): Promise<{ email: string } | null> {
  const account = await accountOfToken(token, "email_confirmation", now);
  return account && !account.disabledAt ? { email: openEmail(account) } : null;
}

/**
 * Confirms the address of a registration and signs in. The password is asked for, because somebody else could
 * have registered with this address and his letter would have come to its owner.
 * @throws AppError gone, invalid (password), tooManyRequests
 */
export async function confirmEmail(
  { token, password }: { token: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { now, network } = visitor;
  const account = await accountOfToken(token, "email_confirmation", now);
  if (!account) {
    await countAttempt([[rateLimits.linkNetwork, network]], now);
    throw new AppError("gone");
  }
  const limited: Limited[] = [[rateLimits.codePair, `${account.id}|${network}`]];
  await countAttempt(limited, now);
  if (!(await verifyPassword(account.passwordHash, password))) {
    throw new AppError("invalid", { field: "password", reason: "people:refusal.wrongPassword" });
  }
  return inTransaction(async (tx) => {
    await lockAccount(tx, account.id);
    await spendToken(tx, token, "email_confirmation", now);
    await revokeTokens(tx, account.id);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, passwordHash: account.passwordHash, disabledAt: null },
      data: { emailConfirmedAt: now, passwordChangedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("gone");
    const subject = { kind: "account", id: account.id };
    await audit(tx, { actor: account.id, action: "account.email-confirmed", subject, at: now });
    await forgetAttempts(tx, limited);
    const signedIn = await startSessionOf(tx, account.id, visitor);
    if (!signedIn) throw new AppError("gone");
    return signedIn;
  });
}
