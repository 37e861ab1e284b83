import { randomBytes, randomUUID } from "node:crypto";
import { decodeBase32, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI } from "@oslojs/otp";
import {
  accountPlace,
  countAttempt,
  endSessionsOf,
  forgetAttempts,
  rateLimits,
  renewSession,
  type Actor,
  type Limited,
  type Visit,
} from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { blindIndex, seal, unseal, UnsealError } from "~/platform/crypto/index.server";
import { db, inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openEmail } from "../account.server";
import { isRecoveryCode, recoveryCode, recoveryCodeCount } from "../rules/recovery-codes";
import { matchingStep, plainCode, totpDigits, totpPeriodMs } from "../rules/totp";
import { lockAccount } from "./account-lock.server";
import { requirePassword } from "./check-password.server";
import { writeTo } from "./letters.server";

/** Without marks, which would make the QR code denser. */
const issuer = "Portal Mentor";

/** How one's own second factor stands. */
export interface SecondFactorStanding {
  confirmedAt: Date | null;
  recoveryCodesLeft: number;
}

/** A secret for an authenticator app that is not in use yet. */
export interface ProposedSecret {
  /** Comes back with the form; opens only for this account. */
  secretSealed: string;
  /** For typing by hand, base32. */
  secret: string;
  /** `otpauth:` address for the QR code. */
  uri: string;
}

/** How the second factor of an account stands. */
export async function secondFactorStanding({ accountId }: Actor): Promise<SecondFactorStanding> {
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { totpConfirmedAt: true, _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  });
  return { confirmedAt: account.totpConfirmedAt, recoveryCodesLeft: account._count.recoveryCodes };
}

/** A new secret, or the one a form carries back; nothing is stored before a code from the app confirms it. */
export async function proposeSecret({ accountId }: Actor, sealed?: string): Promise<ProposedSecret> {
  const secret =
    (sealed && openProposal(accountId, sealed)) || encodeBase32UpperCaseNoPadding(randomBytes(20));
  const account = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  const uri = createTOTPKeyURI(
    issuer,
    openEmail(account),
    decodeBase32(secret),
    totpPeriodMs / 1000,
    totpDigits,
  );
  return { secretSealed: sealProposal(accountId, secret), secret, uri };
}

/**
 * Turns the second factor on with the first code from the app. The session counts as confirmed by it and gets
 * a new id.
 * @returns recovery codes, shown once, and the new session id
 * @throws AppError invalid (code), conflict when it is on already, tooManyRequests
 */
export async function confirmSecondFactor(
  { actor, sessionIdHash }: Visit,
  { secretSealed, code }: { secretSealed: string; code: string },
  { now, network }: { now: Date; network: string },
): Promise<{ codes: string[]; sessionId: string }> {
  const { accountId } = actor;
  const limited: Limited[] = [[rateLimits.codePair, `${accountId}|${network}`]];
  await countAttempt(limited, now);
  const secret = openProposal(accountId, secretSealed);
  if (!secret) throw new AppError("invalid", { field: "code", reason: "people:refusal.setupExpired" });
  const step = matchingStep(decodeBase32(secret), plainCode(code), now, null);
  if (step === null) throw new AppError("invalid", { field: "code", reason: "people:refusal.wrongCode" });
  return inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.account.updateMany({
      where: { id: accountId, totpConfirmedAt: null },
      data: {
        totpSecretSealed: seal(secret, accountPlace("totpSecretSealed", accountId)),
        totpConfirmedAt: now,
        totpLastStep: step,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("conflict");
    const codes = await replaceRecoveryCodes(tx, accountId, now);
    const sessionId = await renewSession(tx, sessionIdHash, { secondFactorAt: now, now });
    if (!sessionId) throw new AppError("notSignedIn");
    await forgetAttempts(tx, limited);
    await audit(tx, event(accountId, "second-factor.set-up", now));
    return { codes, sessionId };
  });
}

/**
 * The second step of a sign-in: a code from the app or a recovery code, each good once.
 * @returns the new id of the session
 * @throws AppError invalid (code), tooManyRequests, notSignedIn when the session ended meanwhile
 */
export async function verifySecondFactor(
  { actor, sessionIdHash }: Visit,
  { code }: { code: string },
  { now, network }: { now: Date; network: string },
): Promise<string> {
  const { accountId } = actor;
  return spendCode(accountId, code, { now, network }, async (tx, kind) => {
    const sessionId = await renewSession(tx, sessionIdHash, { secondFactorAt: now, now });
    if (!sessionId) throw new AppError("notSignedIn");
    await audit(tx, { ...event(accountId, "second-factor.given", now), details: { kind } });
    return sessionId;
  });
}

/** Makes ten new recovery codes; the old ones stop working. @throws AppError invalid (code), tooManyRequests */
export async function renewRecoveryCodes(
  { actor }: Visit,
  { code }: { code: string },
  { now, network }: { now: Date; network: string },
): Promise<string[]> {
  return spendCode(actor.accountId, code, { now, network }, async (tx) => {
    await audit(tx, event(actor.accountId, "second-factor.codes-renewed", now));
    return replaceRecoveryCodes(tx, actor.accountId, now);
  });
}

/**
 * Turns the second factor off; the other sessions end, this one gets a new id.
 * @returns the new session id
 * @throws AppError invalid (password, code), tooManyRequests
 */
export async function removeSecondFactor(
  { actor, sessionIdHash }: Visit,
  { password, code }: { password: string; code: string },
  { now, network }: { now: Date; network: string },
): Promise<string> {
  const { accountId } = actor;
  await requirePassword(accountId, password, { now, field: "password" });
  return spendCode(accountId, code, { now, network }, async (tx) => {
    await clearSecondFactor(tx, accountId);
    await endSessionsOf(tx, accountId, { except: sessionIdHash });
    const sessionId = await renewSession(tx, sessionIdHash, { secondFactorAt: null, now });
    if (!sessionId) throw new AppError("notSignedIn");
    await audit(tx, event(accountId, "second-factor.removed", now));
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    await writeTo(tx, account, "secondFactorRemoved", { path: "/ucet/dvoufazove-overeni" });
    return sessionId;
  });
}

/** Forgets secret and recovery codes of an account. @returns false when there was nothing to forget */
export async function clearSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const { count } = await tx.account.updateMany({
    where: { id: accountId, totpConfirmedAt: { not: null } },
    data: { totpSecretSealed: null, totpConfirmedAt: null, totpLastStep: null, version: { increment: 1 } },
  });
  return count > 0;
}

/** Counts the attempt, uses the code up and does the work it opens, all or nothing. */
export async function spendCode<Result>(
  accountId: string,
  code: string,
  { now, network }: { now: Date; network: string },
  work: (tx: Tx, kind: "totp" | "recovery") => Promise<Result>,
): Promise<Result> {
  const plain = plainCode(code);
  const kind = isRecoveryCode(plain) ? "recovery" : "totp";
  const limited: Limited[] = [
    [rateLimits.codePair, `${accountId}|${network}`],
    [rateLimits.signInNetwork, network],
    // A recovery code cannot be guessed, so it stays usable for an owner whose account is under attack.
    ...(kind === "totp" ? [[rateLimits.codeAccount, accountId] as const] : []),
  ];
  await countAttempt(limited, now);
  const outcome = await inTransaction(async (tx) => {
    await lockAccount(tx, accountId);
    const accepted =
      kind === "totp"
        ? await spendTotp(tx, accountId, plain, now)
        : await spendRecovery(tx, accountId, plain, now);
    if (!accepted) {
      await audit(tx, event(accountId, "second-factor.refused", now));
      return null;
    }
    await forgetAttempts(tx, limited);
    return { result: await work(tx, kind) };
  });
  if (!outcome) throw new AppError("invalid", { field: "code", reason: "people:refusal.wrongCode" });
  return outcome.result;
}

async function spendTotp(tx: Tx, accountId: string, code: string, now: Date): Promise<boolean> {
  const account = await tx.account.findUnique({ where: { id: accountId, totpConfirmedAt: { not: null } } });
  if (!account?.totpSecretSealed) return false;
  const secret = unseal(account.totpSecretSealed, accountPlace("totpSecretSealed", accountId));
  const step = matchingStep(decodeBase32(secret), code, now, account.totpLastStep);
  if (step === null) return false;
  const { count } = await tx.account.updateMany({
    where: { id: accountId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count > 0;
}

async function spendRecovery(tx: Tx, accountId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: hashOf(accountId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}

async function replaceRecoveryCodes(tx: Tx, accountId: string, now: Date): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < recoveryCodeCount) codes.add(recoveryCode(randomBytes(48)));
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: [...codes].map((code) => ({
      id: randomUUID(),
      accountId,
      codeHash: hashOf(accountId, code),
      createdAt: now,
    })),
  });
  return [...codes];
}

function hashOf(accountId: string, code: string): string {
  return blindIndex("account.recovery-code", `${accountId}|${code}`);
}

/** A proposal is sealed for another place than a secret in use, so neither passes for the other. */
const proposalPlace = (accountId: string) => ({ table: "accounts", column: "totpProposal", row: accountId });

function sealProposal(accountId: string, secret: string): string {
  return seal(secret, proposalPlace(accountId));
}

function openProposal(accountId: string, sealed: string): string | null {
  try {
    return unseal(sealed, proposalPlace(accountId));
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

function event(accountId: string, action: `second-factor.${string}`, at: Date) {
  return { actor: accountId, action, subject: { kind: "account", id: accountId }, at } as const;
}
