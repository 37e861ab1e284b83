import type { Actor, Permission } from "~/access/index.server";
import { dayOf, formatTime, minuteOfDay } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { teachingMinutes } from "../../rules/teaching/session-time";
import { runOf, type RunFacts } from "../runs.server";

export type SessionRow = Prisma.TeachingSessionGetPayload<object>;

/** A session as pages show it; day and times of day are those of Prague. */
export interface SessionFacts {
  id: string;
  runId: string;
  moduleId: string;
  topic: string;
  place: string;
  trainerId: string | null;
  startsAt: Date;
  endsAt: Date;
  day: string;
  from: string;
  to: string;
  endsNextDay: boolean;
  breakMinutes: number;
  /** Minutes of teaching, breaks left out. */
  minutes: number;
  state: SessionRow["state"];
  cancelReason: string | null;
  makeUpForId: string | null;
  version: number;
}

export function sessionFacts(row: SessionRow): SessionFacts {
  const day = dayOf(row.startsAt);
  return {
    id: row.id,
    runId: row.runId,
    moduleId: row.moduleId,
    topic: row.topic,
    place: row.place,
    trainerId: row.trainerId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    day,
    from: formatTime(minuteOfDay(row.startsAt)),
    to: formatTime(minuteOfDay(row.endsAt)),
    endsNextDay: dayOf(row.endsAt) > day,
    breakMinutes: row.breakMinutes,
    minutes: teachingMinutes(row),
    state: row.state,
    cancelReason: row.cancelReason,
    makeUpForId: row.makeUpForId,
    version: row.version,
  };
}

/**
 * A session of a run the actor holds the permission in.
 * @throws AppError notFound
 */
export async function sessionOf(
  actor: Actor,
  permission: Permission,
  { runId, sessionId }: { runId: string; sessionId: string },
  reader: Tx = db(),
): Promise<{ run: RunFacts; row: SessionRow }> {
  const run = await runOf(actor, permission, runId, reader);
  const row = isRowId(sessionId)
    ? await reader.teachingSession.findFirst({ where: { id: sessionId, runId: run.id } })
    : null;
  if (!row) throw new AppError("notFound");
  return { run, row };
}

/** Where the sealed excuse of an attendance row lives. */
export function excusePlace(attendanceId: string) {
  return { table: "session_attendance", column: "excuseSealed", row: attendanceId };
}
