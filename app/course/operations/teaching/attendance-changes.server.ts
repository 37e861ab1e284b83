import { unsealNullable } from "~/platform/crypto/index.server";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { momentInSession, presentMinutes } from "../../rules/teaching/session-time";
import type { AttendanceRow } from "../../teaching-schema";
import { excusePlace, type SessionRow } from "./session-row.server";

type StoredRow = Prisma.SessionAttendanceGetPayload<object>;

/** A row of the form that says something else than what is stored. */
export interface AttendanceChange {
  row: AttendanceRow;
  before: StoredRow | undefined;
  arrivedAt: Date | null;
  leftAt: Date | null;
  minutes: number;
}

/**
 * What an attendance form changes.
 * @throws AppError invalid with the field for times outside the session and for people who do not study there
 */
export async function attendanceChanges(
  tx: Tx,
  session: SessionRow,
  rows: readonly AttendanceRow[],
): Promise<AttendanceChange[]> {
  const stored = await tx.sessionAttendance.findMany({ where: { sessionId: session.id } });
  const before = new Map(stored.map((row) => [row.enrolmentId, row]));
  await requireTrainees(tx, session.runId, rows);
  return rows.flatMap((row) => {
    const old = before.get(row.enrolmentId);
    const times = timesOf(session, row);
    const same =
      old?.state === row.state &&
      old.arrivedAt?.getTime() === times.arrivedAt?.getTime() &&
      old.leftAt?.getTime() === times.leftAt?.getTime() &&
      (row.state !== "excused" || unsealNullable(old.excuseSealed, excusePlace(old.id)) === row.excuse);
    return same ? [] : [{ row, before: old, ...times }];
  });
}

async function requireTrainees(tx: Tx, runId: string, rows: readonly AttendanceRow[]): Promise<void> {
  const active = await tx.enrolment.findMany({ where: { runId, state: "active" }, select: { id: true } });
  const known = new Set(active.map(({ id }) => id));
  const stranger = rows.find(({ enrolmentId }) => !known.has(enrolmentId));
  if (stranger) {
    const field = `state-${stranger.enrolmentId}`;
    throw new AppError("invalid", { field, reason: "teaching:refusal.notStudying" });
  }
}

function timesOf(session: SessionRow, row: AttendanceRow) {
  if (row.state !== "present") return { arrivedAt: null, leftAt: null, minutes: 0 };
  const arrivedAt =
    row.arrived === null ? session.startsAt : momentInSession(session, row.arrived, session.startsAt);
  if (!arrivedAt || arrivedAt >= session.endsAt) throw outside(`arrived-${row.enrolmentId}`);
  const leftAt = row.left === null ? session.endsAt : momentInSession(session, row.left, arrivedAt);
  if (!leftAt || leftAt <= arrivedAt) throw outside(`left-${row.enrolmentId}`);
  return { arrivedAt, leftAt, minutes: presentMinutes(session, arrivedAt, leftAt) };
}

function outside(field: string): AppError {
  return new AppError("invalid", { field, reason: "teaching:refusal.outsideSession" });
}
