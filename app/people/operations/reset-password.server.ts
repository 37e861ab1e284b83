import { countAttempt, mayAttempt, rateLimits } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { emailKeyOf, openEmail, openName } from "../account.server";
import { hashPassword } from "../passwords.server";
import type { Visitor } from "../visitor.server";
import { requireGoodPassword } from "./check-password.server";
import { writeTo } from "./letters.server";
import { setPasswordByToken } from "./set-password.server";
import type { SignedIn } from "./sign-in.server";
import { accountOfToken, issueToken } from "./tokens.server";

/**
 * Sends a link for a new password, if the address has an account. The caller learns nothing either way.
 * @throws AppError tooManyRequests, by the caller's network only
 */
export async function requestPasswordReset(
  { email }: { email: string },
  { now, network }: { now: Date; network: string },
): Promise<void> {
  await countAttempt([[rateLimits.resetNetwork, network]], now);
  const emailKey = emailKeyOf(email);
  await inTransaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { emailKey } });
    const mayWrite = await mayAttempt(tx, [[rateLimits.resetMail, emailKey]], now);
    const subject = account ? { kind: "account", id: account.id } : undefined;
    await audit(tx, { actor: null, action: "account.password-reset-asked", subject, at: now });
    if (!account || account.disabledAt || !mayWrite) return;
    if (account.passwordHash === null) {
      await writeTo(tx, account, "stillInvited", { path: "/" });
      return;
    }
    const token = await issueToken(tx, { accountId: account.id, kind: "password_reset", now });
    await writeTo(tx, account, "passwordReset", { path: `/nove-heslo/${token}` });
  });
}

/** Whose password a link sets; null when it is not good any more. Looking does not use it up. */
export async function readPasswordReset(
  token: string,
  { now }: { now: Date },
): Promise<{ email: string; name: string } | null> {
  const account = await accountOfToken(token, "password_reset", now);
  return account && !account.disabledAt ? { email: openEmail(account), name: openName(account) } : null;
}

/**
 * Sets a new password, ends every session and signs in.
 * @throws AppError gone, invalid (password), tooManyRequests
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { now, network } = visitor;
  const owner = await readPasswordReset(token, { now });
  if (!owner) {
    await countAttempt([[rateLimits.linkNetwork, network]], now);
    throw new AppError("gone");
  }
  requireGoodPassword(password, owner);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const signedIn = await setPasswordByToken(tx, { token, kind: "password_reset", passwordHash }, visitor);
    const account = await tx.account.findUniqueOrThrow({ where: { id: signedIn.accountId } });
    await writeTo(tx, account, "passwordChanged", { path: "/zapomenute-heslo" });
    return signedIn;
  });
}
