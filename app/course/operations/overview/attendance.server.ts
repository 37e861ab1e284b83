import type { Tx } from "~/platform/db/index.server";
import { sumAttendance, type AttendanceSum } from "../../rules/overview/attendance-sum";
import type { CountedSession, OwnAttendance } from "../../rules/teaching/attendance-standing";
import { teachingMinutes } from "../../rules/teaching/session-time";

/** Attendance by enrolment, in two queries; everybody asked for is in the answer. */
export async function attendanceOf(
  enrolments: readonly { id: string; runId: string }[],
  reader: Tx,
): Promise<Map<string, AttendanceSum>> {
  const runIds = [...new Set(enrolments.map(({ runId }) => runId))];
  const sessions = await reader.teachingSession.findMany({
    where: { runId: { in: runIds } },
    select: {
      id: true,
      runId: true,
      makeUpForId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      breakMinutes: true,
    },
  });
  const rows = await reader.sessionAttendance.findMany({
    where: { enrolmentId: { in: enrolments.map(({ id }) => id) } },
    select: { sessionId: true, enrolmentId: true, state: true, minutes: true },
  });
  const ofRun = new Map<string, CountedSession[]>(runIds.map((id) => [id, []]));
  for (const { runId, id, makeUpForId, state, ...times } of sessions)
    ofRun.get(runId)!.push({ id, makeUpForId, state, minutes: teachingMinutes(times) });
  const own = new Map<string, Map<string, OwnAttendance>>(enrolments.map(({ id }) => [id, new Map()]));
  for (const { sessionId, enrolmentId, state, minutes } of rows)
    own.get(enrolmentId)!.set(sessionId, { state, minutes });
  return new Map(enrolments.map(({ id, runId }) => [id, sumAttendance(ofRun.get(runId)!, own.get(id)!)]));
}
