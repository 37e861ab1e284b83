import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { config } from "~/platform/config.server";
import { db, inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

/**
 * The secret address under which a phone fetches somebody's teaching: made, replaced and taken back by its
 * owner. Only the hash of its token is kept.
 */

/** 256 bits: nobody guesses it. */
const tokenBytes = 32;

/** What is stored of a token. */
export function feedHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Since when the person has an address, or null. */
export async function feedSince(actor: Actor): Promise<Date | null> {
  const feed = await db().calendarFeed.findFirst({
    where: { accountId: actor.accountId, revokedAt: null },
    select: { createdAt: true },
  });
  return feed?.createdAt ?? null;
}

/**
 * Makes an address and takes the former one back. The answer is the only place that ever has it; sent twice
 * with the same id there is one address, the one answered last.
 */
export async function makeFeed(
  { accountId }: Actor,
  { id }: { id: string },
  { now }: { now: Date },
): Promise<string> {
  const token = randomBytes(tokenBytes).toString("base64url");
  await inTransaction(async (tx) => {
    await lockRow(tx, `calendar-feed:${accountId}`);
    const before = await tx.calendarFeed.findUnique({ where: { id } });
    if (before && (before.accountId !== accountId || before.revokedAt)) throw new AppError("conflict");
    await tx.calendarFeed.updateMany({
      where: { accountId, revokedAt: null, id: { not: id } },
      data: { revokedAt: now },
    });
    const tokenHash = feedHash(token);
    await tx.calendarFeed.upsert({
      where: { id },
      create: { id, accountId, tokenHash, createdAt: now },
      update: { tokenHash },
    });
    const subject = { kind: "account", id: accountId };
    await audit(tx, { actor: accountId, action: "calendar.address-made", subject, at: now });
  });
  return `${config().publicUrl}/kalendar/${token}/vyuka.ics`;
}

/** Takes the address back: from now on nobody is answered there. */
export async function revokeFeed({ accountId }: Actor, { now }: { now: Date }): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `calendar-feed:${accountId}`);
    const { count } = await tx.calendarFeed.updateMany({
      where: { accountId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    const subject = { kind: "account", id: accountId };
    await audit(tx, { actor: accountId, action: "calendar.address-revoked", subject, at: now });
  });
}
