import { createHash, randomBytes } from "node:crypto";
import { db, type AccountTokenKind, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

const hour = 3_600_000;

/** How long the link of a letter is good, in milliseconds. */
export const tokenLifeMs: Record<AccountTokenKind, number> = {
  invitation: 7 * 24 * hour,
  password_reset: hour,
  email_confirmation: 3 * 24 * hour,
};

/** Makes a one-time token. @returns its text, which goes into the letter and is stored nowhere */
export async function issueToken(
  tx: Tx,
  { accountId, kind, now }: { accountId: string; kind: AccountTokenKind; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + tokenLifeMs[kind]);
  await tx.accountToken.create({
    data: { tokenHash: hashToken(token), kind, accountId, createdAt: now, expiresAt },
  });
  return token;
}

/** Account of a token that is still good, without using it up; null for any other. */
export async function accountOfToken(token: string, kind: AccountTokenKind, now: Date, reader: Tx = db()) {
  const found = await reader.accountToken.findFirst({
    where: living(token, kind, now),
    include: { account: { include: { roles: { where: { endedAt: null } } } } },
  });
  return found?.account ?? null;
}

/**
 * Uses a token up; of several who try at once one succeeds.
 * @throws AppError gone for a token that is unknown, used, revoked or too old
 */
export async function spendToken(tx: Tx, token: string, kind: AccountTokenKind, now: Date): Promise<void> {
  const { count } = await tx.accountToken.updateMany({
    where: living(token, kind, now),
    data: { usedAt: now },
  });
  if (count === 0) throw new AppError("gone");
}

/** Takes back every unused link of a kind, or of all kinds. @returns how many */
export async function revokeTokens(tx: Tx, accountId: string, kind?: AccountTokenKind): Promise<number> {
  const { count } = await tx.accountToken.deleteMany({ where: { accountId, kind, usedAt: null } });
  return count;
}

function living(token: string, kind: AccountTokenKind, now: Date) {
  return { tokenHash: hashToken(token), kind, usedAt: null, expiresAt: { gt: now } };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
