import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { formatTime, minuteOfDay } from "~/platform/days";
import { db, type Prisma } from "~/platform/db/index.server";
import { runCredits } from "../../rules/run-states";
import { sessionOfKey } from "../../rules/teaching/session-credits";
import type { RunFacts } from "../runs.server";
import { moduleTitle } from "./list-sessions.server";
import { excusePlace, sessionFacts, sessionOf, type SessionFacts } from "./session-row.server";

/** One trainee at a session; times are of the Prague clock. */
export interface Attendee {
  enrolmentId: string;
  name: string;
  active: boolean;
  /** Null while nothing was written down. */
  state: "present" | "absent" | "excused" | null;
  arrived: string;
  left: string;
  minutes: number;
  excuse: string | null;
  /** Minutes the ledger has for this session. */
  credited: number;
}

export interface SessionReading {
  run: RunFacts;
  session: SessionFacts;
  moduleTitle: string;
  trainer: string | null;
  makeUpFor: SessionFacts | null;
  makeUps: SessionFacts[];
  attendees: Attendee[];
  /** It is over, and hours can be credited in the run. */
  recordable: boolean;
  /** Still to be held or changed. */
  changeable: boolean;
}

/** A session with everybody who was or should be there. @throws AppError notFound */
export async function readSession(
  actor: Actor,
  address: { runId: string; sessionId: string },
  { now }: { now: Date },
): Promise<SessionReading> {
  const { run, row } = await sessionOf(actor, "theory:credit", address);
  const related = await db().teachingSession.findUniqueOrThrow({
    where: { id: row.id },
    select: { makeUpFor: true, makeUps: { where: { state: { not: "cancelled" } } } },
  });
  const rows = await db().sessionAttendance.findMany({ where: { sessionId: row.id } });
  const attended = new Map(rows.map((one) => [one.enrolmentId, one]));
  const enrolments = await db().enrolment.findMany({
    where: { runId: run.id, OR: [{ state: "active" }, { id: { in: [...attended.keys()] } }] },
    select: { id: true, accountId: true, state: true },
  });
  const credits = await creditsOf(row.id, run.id);
  const names = await namesOf([
    ...enrolments.map(({ accountId }) => accountId),
    ...(row.trainerId ? [row.trainerId] : []),
  ]);
  const session = sessionFacts(row);
  return {
    run,
    session,
    moduleTitle: moduleTitle(row.moduleId),
    trainer: row.trainerId && (names.get(row.trainerId) ?? null),
    makeUpFor: related.makeUpFor && sessionFacts(related.makeUpFor),
    makeUps: related.makeUps.map(sessionFacts),
    attendees: enrolments
      .map(({ id, accountId, state }) => ({
        enrolmentId: id,
        name: names.get(accountId) ?? "–",
        active: state === "active",
        ...attendanceOf(session, attended.get(id)),
        credited: credits.get(id) ?? 0,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    recordable: row.state !== "cancelled" && row.endsAt <= now && runCredits(run.state),
    changeable: row.state === "planned" && run.state !== "closed",
  };
}

type AttendanceRow = Prisma.SessionAttendanceGetPayload<object>;

function attendanceOf(session: SessionFacts, row: AttendanceRow | undefined) {
  const clock = (moment: Date | null | undefined, otherwise: string) =>
    moment ? formatTime(minuteOfDay(moment)) : otherwise;
  return {
    state: row?.state ?? null,
    arrived: clock(row?.arrivedAt, session.from),
    left: clock(row?.leftAt, session.to),
    minutes: row?.minutes ?? 0,
    excuse: row ? unsealNullable(row.excuseSealed, excusePlace(row.id)) : null,
  };
}

/** Minutes credited for a session by enrolment, counter-entries taken off. */
async function creditsOf(sessionId: string, runId: string): Promise<Map<string, number>> {
  const entries = await db().ledgerEntry.findMany({
    where: { enrolment: { runId }, sourceKey: { startsWith: `session:${sessionId}` } },
    select: { id: true, enrolmentId: true, minutes: true, sourceKey: true },
  });
  const own = entries.filter(({ sourceKey }) => sessionOfKey(sourceKey) === sessionId);
  const reversals = await db().ledgerEntry.findMany({
    where: { sourceKey: { in: own.map(({ id }) => `reversal:${id}`) } },
    select: { enrolmentId: true, minutes: true },
  });
  const sums = new Map<string, number>();
  for (const { enrolmentId, minutes } of [...own, ...reversals])
    sums.set(enrolmentId, (sums.get(enrolmentId) ?? 0) + minutes);
  return sums;
}
