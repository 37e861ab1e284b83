import type { Actor } from "~/access/index.server";
import { calendarFile, type CalendarEvent } from "~/course/index";
import { translator } from "~/i18n/i18n.server";
import { config } from "~/platform/config.server";
import { addDays, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { namesOf } from "~/people/index.server";
import { sessionStretch } from "../../rules/supervision/session-plan";
import { placeHolding } from "../../supervision-codes";
import { readSupervision } from "./read-session.server";
import { rowInclude, sessionRow, type SessionRow } from "./session-row.server";
import { whereAsked } from "./supervision-scope.server";

type Language = "cs" | "en";
type Session = Prisma.SupervisionSessionGetPayload<object>;

/** Roles that supervision stands in the calendar of, and whose rows each sees. */
export interface CalendarOwner {
  accountId: string;
  trainee: boolean;
  mentor: boolean;
  supervisor: boolean;
}

/**
 * Events of somebody's supervision since a moment. A calendar's address works without signing in, so an event
 * has the time and the town only: neither who leads it nor the link of a video nor who comes.
 */
export async function supervisionEvents(
  owner: CalendarOwner,
  { since, language }: { since: Date; language: Language },
): Promise<CalendarEvent[]> {
  const { accountId } = owner;
  const state = { not: "declined" as const };
  const sessions = await db().supervisionSession.findMany({
    where: {
      day: { gte: dayToDate(dayOf(since)) },
      OR: [
        ...(owner.supervisor ? [{ supervisorId: accountId }] : []),
        ...(owner.trainee ? [{ invitations: { some: { state, enrolment: { accountId } } } }] : []),
        ...(owner.mentor ? [{ invitations: { some: { state, mentor: { accountId } } } }] : []),
      ],
    },
    orderBy: [{ day: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
  const t = await translator(language, "supervision");
  return sessions.flatMap((session) => eventOf(session, t) ?? []);
}

/** One session as a file for a calendar, for anybody who sees the session. @throws AppError notFound */
export async function sessionFile(
  actor: Actor,
  id: string | undefined,
  { language, now }: { language: Language; now: Date },
): Promise<string> {
  const { id: known } = await readSupervision(actor, id, now);
  const session = await db().supervisionSession.findUniqueOrThrow({ where: { id: known } });
  const t = await translator(language, "supervision");
  const event = eventOf(session, t);
  return calendarFile({ name: t("calendar.name"), language }, event ? [event] : []);
}

/** Planned sessions that concern somebody, for the page of their calendar: led, or asked to and not declined. */
export async function comingSupervisions(actor: Actor, now: Date): Promise<SessionRow[]> {
  const { accountId } = actor;
  const sessions = await db().supervisionSession.findMany({
    where: {
      AND: [
        {
          state: { not: "held" },
          day: { gte: dayToDate(dayOf(now)), lt: dayToDate(addDays(dayOf(now), 366)) },
        },
        { OR: [{ supervisorId: accountId }, whereAsked(accountId)] },
      ],
    },
    include: rowInclude,
    orderBy: [{ day: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(sessions.map(({ supervisorId }) => supervisorId));
  return sessions
    .map((session) => sessionRow(session, { names, accountId, now }))
    .filter(
      ({ ownState, over }) => !over && (ownState === null || placeHolding.some((held) => held === ownState)),
    );
}

function eventOf(
  session: Session,
  t: Awaited<ReturnType<typeof translator<"supervision">>>,
): CalendarEvent | null {
  const { id, state, place, town, minutes, startMinute, sequence } = session;
  const stretch = sessionStretch({ day: dateToDay(session.day), startMinute, minutes });
  if (!stretch) return null;
  const { publicUrl } = config();
  return {
    uid: `supervision-${id}@${new URL(publicUrl).hostname}`,
    ...stretch,
    changedAt: session.changedAt ?? session.createdAt,
    sequence,
    cancelled: state === "cancelled",
    summary: t(state === "cancelled" ? "calendar.cancelled" : "calendar.summary"),
    location: place === "video" ? t("place.video") : town,
    description: t("calendar.description"),
    url: `${publicUrl}/supervize/${id}`,
  };
}
