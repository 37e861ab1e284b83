import { countAttempt, networkOf, rateLimits } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import { config } from "~/platform/config.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { calendarFile } from "../../rules/teaching/calendar-file";
import { supervisionEvents } from "~/practice/index.server";
import { feedHash } from "./calendar-address.server";

/**
 * What a phone's calendar reads: teaching, and supervision where there is any. Whoever knows the address reads it without signing in, so the file holds
 * times and places only.
 */

const tokenPattern = /^[\w-]{43}$/;
/** Teaching longer ago is left out. */
const pastDays = 92;

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
        where: { tokenHash: feedHash(token), revokedAt: null, account: { disabledAt: null } },
        include: { account: { select: { language: true, roles: { where: { endedAt: null } } } } },
      })
    : null;
  if (!feed || (signedIn !== null && signedIn !== feed.accountId)) {
    await countAttempt([[rateLimits.calendarNetwork, networkOf(address)]], now);
    throw new AppError("notFound");
  }
  await countAttempt([[rateLimits.calendarFeed, feed.id]], now);
  const held = new Set(feed.account.roles.map(({ role }) => role));
  const { accountId } = feed;
  const since = new Date(now.getTime() - pastDays * 86_400_000);
  const sessions = await db().teachingSession.findMany({
    where: {
      endsAt: { gt: since },
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
  const owner = {
    accountId,
    trainee: held.has("trainee"),
    mentor: held.has("mentor"),
    supervisor: held.has("supervisor"),
  };
  const teaching = sessions.map((session) => ({
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
  }));
  const supervision = await supervisionEvents(owner, { since, language });
  return calendarFile({ name: t("feed.name"), language }, [...teaching, ...supervision]);
}
