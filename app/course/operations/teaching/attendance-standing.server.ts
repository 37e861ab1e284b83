import { db, type Tx } from "~/platform/db/index.server";
import { attendanceStanding, type AttendanceStanding } from "../../rules/teaching/attendance-standing";
import { teachingMinutes } from "../../rules/teaching/session-time";

/**
 * Attendance at teaching in person of everybody in the given runs, by enrolment id, in three queries however
 * many runs and people there are.
 */
export async function attendanceOfRuns(
  runIds: readonly string[],
  reader: Tx = db(),
): Promise<Map<string, AttendanceStanding>> {
  const runId = { in: [...runIds] };
  const enrolments = await reader.enrolment.findMany({
    where: { runId },
    select: { id: true, runId: true },
  });
  const sessions = await reader.teachingSession.findMany({
    where: { runId },
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
    where: { session: { runId } },
    select: { sessionId: true, enrolmentId: true, state: true, minutes: true },
  });
  const own = new Map(enrolments.map(({ id }) => [id, new Map<string, (typeof rows)[number]>()]));
  for (const row of rows) own.get(row.enrolmentId)?.set(row.sessionId, row);
  return new Map(
    enrolments.map((enrolment) => [
      enrolment.id,
      attendanceStanding(
        sessions
          .filter((session) => session.runId === enrolment.runId)
          .map((session) => ({ ...session, minutes: teachingMinutes(session) })),
        own.get(enrolment.id)!,
      ),
    ]),
  );
}
