import { createHash, randomBytes } from "node:crypto";
import { countAttempt, networkOf, rateLimits, type Actor } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import { audit } from "~/platform/audit/index.server";
import { config } from "~/platform/config.server";
import { db, inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { calendarFile } from "../../rules/teaching/calendar-file";

/**
 * The address under which a phone fetches somebody's teaching. Whoever knows it reads it without signing in,
 * so the file holds times and places only, and the address can be taken back.
 */

/** 256 bits: nobody guesses it. */
const tokenBytes = 32;
const tokenPattern = /^[\w-]{43}$/;
/** Teaching longer ago is left out. */
const pastDays = 92;

function hashOf(token: string): string {
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
    const tokenHash = hashOf(token);
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

/**
 * The calendar at an address.
 * @param address of whoever asks, for the limit; `signedIn` is the account when it is a browser
 * @throws AppError notFound for an address that is not, was taken back, belongs to a disabled account or to
 *   somebody else than who is signed in, tooManyRequests
 */
export async function readFeed(
  token: string,
  { now, address, signedIn }: { now: Date; address: string; signedIn: string | null },
): Promise<string> {
  const feed = tokenPattern.test(token)
    ? await db().calendarFeed.findFirst({
        where: { tokenHash: hashOf(token), revokedAt: null, account: { disabledAt: null } },
        include: { account: { select: { language: true, roles: { where: { endedAt: null } } } } },
      })
    : null;
  if (!feed || (signedIn !== null && signedIn !== feed.accountId)) {
    await countAttempt([[rateLimits.linkNetwork, networkOf(address)]], now);
    throw new AppError("notFound");
  }
  await countAttempt([[rateLimits.calendarFeed, feed.id]], now);
  const held = new Set(feed.account.roles.map(({ role }) => role));
  const { accountId } = feed;
  const sessions = await db().teachingSession.findMany({
    where: {
      endsAt: { gt: new Date(now.getTime() - pastDays * 86_400_000) },
      OR: [
        ...(held.has("trainee")
          ? [{ run: { enrolments: { some: { accountId, state: "active" as const } } } }]
          : []),
        ...(held.has("trainer")
          ? [{ trainerId: accountId, run: { trainers: { some: { accountId } } } }]
          : []),
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const { publicUrl } = config();
  const language = feed.account.language === "en" ? "en" : "cs";
  const t = await translator(language, "teaching");
  return calendarFile(
    { name: t("feed.name"), language },
    sessions.map((session) => ({
      uid: `${session.id}@${new URL(publicUrl).hostname}`,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      changedAt: session.changedAt,
      sequence: session.sequence,
      cancelled: session.state === "cancelled",
      summary: t(session.state === "cancelled" ? "feed.cancelled" : "feed.summary"),
      location: session.place,
      description: t("feed.description"),
      url: `${publicUrl}/kalendar`,
    })),
  );
}
