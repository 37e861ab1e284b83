import {
  countAttempt,
  forgetAttempts,
  rateLimits,
  secondFactorState,
  startSession,
  type Limited,
  type SecondFactorState,
} from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { db, inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { emailKeyOf, languageOf } from "../account.server";
import { verifyPassword } from "../passwords.server";
import type { Visitor } from "../visitor.server";
import { lockAccount } from "./account-lock.server";
import { sendConfirmation } from "./register-applicant.server";

export interface SignedIn {
  /** For the cookie only. */
  sessionId: string;
  secondFactor: SecondFactorState;
  language: "cs" | "en";
}

/**
 * Checks an address and a password and starts a session. Whatever is wrong – the address, the password, a
 * disabled or an unconfirmed account – the answer and the work are the same.
 * @throws AppError wrongCredentials, tooManyRequests
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { now, network } = visitor;
  const emailKey = emailKeyOf(email);
  const limited: Limited[] = [
    [rateLimits.signInPair, `${emailKey}|${network}`],
    [rateLimits.signInNetwork, network],
  ];
  await countAttempt(limited, now);
  const account = await db().account.findUnique({ where: { emailKey } });
  const fits = await verifyPassword(account?.passwordHash ?? null, password);
  const signedIn = await inTransaction(async (tx) => {
    if (account && fits && account.emailConfirmedAt) {
      const started = await startSessionOf(tx, account.id, visitor, { passwordHash: account.passwordHash });
      if (started) await forgetAttempts(tx, limited);
      if (started) return started;
    }
    // Who registered and lost the letter tries to sign in; the letter comes again, and the page says nothing.
    if (account && fits && !account.emailConfirmedAt && !account.disabledAt)
      await sendConfirmation(tx, account, { now });
    const subject = account ? { kind: "account", id: account.id } : undefined;
    await audit(tx, { actor: null, action: "session.refused", subject, at: now });
    return null;
  });
  if (!signedIn) throw new AppError("wrongCredentials");
  return signedIn;
}

/**
 * Starts a session of an account whose owner has just proved to be himself. The browser's old session ends.
 * @returns null when the account is disabled or its password has changed meanwhile
 */
export async function startSessionOf(
  tx: Tx,
  accountId: string,
  { now, device, oldSession }: Visitor,
  still: { passwordHash?: string | null } = {},
): Promise<SignedIn | null> {
  await lockAccount(tx, accountId);
  const account = await tx.account.findFirst({
    where: { id: accountId, disabledAt: null, ...still },
    include: { roles: { where: { endedAt: null }, select: { role: true } } },
  });
  if (!account) return null;
  if (oldSession) await tx.session.deleteMany({ where: { idHash: oldSession } });
  const roles = account.roles.map(({ role }) => role);
  const sessionId = await startSession(tx, { accountId, roles, device, secondFactorAt: null, now });
  await audit(tx, {
    actor: accountId,
    action: "session.started",
    subject: { kind: "account", id: accountId },
    details: { device },
    at: now,
  });
  const { totpConfirmedAt } = account;
  return {
    sessionId,
    secondFactor: secondFactorState({ roles, totpConfirmedAt, secondFactorAt: null }),
    language: languageOf(account),
  };
}
