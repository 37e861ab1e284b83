import type { Actor } from "~/access/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { AttendanceStanding } from "../../rules/teaching/attendance-standing";
import { enrolmentOf } from "../enrolments.server";
import { whereRun } from "../scopes.server";
import { attendanceOfRuns } from "./attendance-standing.server";
import { moduleTitle } from "./list-sessions.server";
import { excusePlace, sessionFacts, type SessionFacts } from "./session-row.server";

/** What a trainee's own attendance row says. */
export interface OwnRow {
  state: "present" | "absent" | "excused";
  minutes: number;
}

export interface CalendarSession extends SessionFacts {
  moduleTitle: string;
  runName: string;
  /** For a trainee of the run. */
  own: OwnRow | null;
  /** The page of the session for this person. */
  path: string;
}

export interface OwnCalendar {
  coming: CalendarSession[];
  /** The latest first. */
  past: CalendarSession[];
  cancelled: CalendarSession[];
  /** A trainee's own attendance. */
  standing: AttendanceStanding | null;
}

const pastShown = 40;

/** Teaching that concerns a person: as a trainee, as a trainer, or as who runs the course. */
export async function ownCalendar(actor: Actor, { now }: { now: Date }): Promise<OwnCalendar> {
  const enrolment = actor.can("course:study") ? await enrolmentOf(actor.accountId) : null;
  const include = {
    run: { select: { name: true } },
    attendance: {
      where: { enrolmentId: enrolment?.id ?? actor.accountId },
      select: { state: true, minutes: true },
    },
  };
  const run = whereRun(actor, "session:list");
  const coming = await db().teachingSession.findMany({
    where: { startsAt: { gt: now }, run: { AND: [run, { state: { not: "closed" } }] } },
    include,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const past = await db().teachingSession.findMany({
    where: { startsAt: { lte: now }, run },
    include,
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: pastShown,
  });
  const shown = [...coming, ...past].map((row): CalendarSession => ({
    ...sessionFacts(row),
    moduleTitle: moduleTitle(row.moduleId),
    runName: row.run.name,
    own: row.runId === enrolment?.run.id ? (row.attendance[0] ?? null) : null,
    path: row.runId === enrolment?.run.id ? `/kalendar/${row.id}` : `/behy/${row.runId}/vyuka/${row.id}`,
  }));
  const valid = shown.filter(({ state }) => state !== "cancelled");
  return {
    coming: valid.filter(({ startsAt }) => startsAt > now),
    past: valid.filter(({ startsAt }) => startsAt <= now),
    cancelled: shown.filter(({ state, startsAt }) => state === "cancelled" && startsAt > now),
    standing: enrolment && ((await attendanceOfRuns([enrolment.run.id])).get(enrolment.id) ?? null),
  };
}

export interface OwnSession {
  session: SessionFacts;
  moduleTitle: string;
  own: (OwnRow & { excuse: string | null }) | null;
  /** An excuse can be sent or taken back. */
  excusable: boolean;
}

/** One session as a trainee of its run sees it. @throws AppError notFound */
export async function readOwnSession(
  actor: Actor,
  sessionId: string,
  { now }: { now: Date },
): Promise<OwnSession> {
  const row = isRowId(sessionId)
    ? await db().teachingSession.findFirst({
        where: { id: sessionId, run: { enrolments: { some: { accountId: actor.accountId } } } },
        include: {
          run: { select: { state: true, enrolments: { where: { accountId: actor.accountId } } } },
          attendance: { where: { enrolment: { accountId: actor.accountId } } },
        },
      })
    : null;
  const enrolment = row?.run.enrolments[0];
  if (!row || !enrolment) throw new AppError("notFound");
  const [own] = row.attendance;
  return {
    session: sessionFacts(row),
    moduleTitle: moduleTitle(row.moduleId),
    own: own
      ? {
          state: own.state,
          minutes: own.minutes,
          excuse: unsealNullable(own.excuseSealed, excusePlace(own.id)),
        }
      : null,
    excusable:
      row.state === "planned" &&
      row.startsAt > now &&
      enrolment.state === "active" &&
      row.run.state !== "closed",
  };
}
