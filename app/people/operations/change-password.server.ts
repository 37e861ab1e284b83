import { endSessionsOf, renewSession, type Visit } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openEmail } from "../account.server";
import { hashPassword } from "../passwords.server";
import { lockAccount } from "./account-lock.server";
import { requireGoodPassword, requirePassword } from "./check-password.server";
import { writeTo } from "./letters.server";
import { revokeTokens } from "./tokens.server";

/**
 * Changes one's own password: the other sessions end, this one gets a new id.
 * @returns the new session id, for the cookie only
 * @throws AppError invalid (currentPassword, password), tooManyRequests, stale when it was changed meanwhile
 */
export async function changePassword(
  { actor, sessionIdHash }: Visit,
  { currentPassword, password }: { currentPassword: string; password: string },
  { now }: { now: Date },
): Promise<string> {
  const { accountId, name } = actor;
  const current = await requirePassword(accountId, currentPassword, { now, field: "currentPassword" });
  const own = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  requireGoodPassword(password, { email: openEmail(own), name });
  if (password === currentPassword) {
    throw new AppError("invalid", { field: "password", reason: "people:password.same" });
  }
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.account.updateMany({
      where: { id: accountId, passwordHash: current, disabledAt: null },
      data: { passwordHash, passwordChangedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await revokeTokens(tx, accountId);
    await endSessionsOf(tx, accountId, { except: sessionIdHash });
    const sessionId = await renewSession(tx, sessionIdHash, { now });
    if (!sessionId) throw new AppError("notSignedIn");
    const subject = { kind: "account", id: accountId };
    await audit(tx, { actor: accountId, action: "account.password-changed", subject, at: now });
    await writeTo(tx, own, "passwordChanged", { path: "/zapomenute-heslo" });
    return sessionId;
  });
}
