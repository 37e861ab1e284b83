import {
  attendanceStanding,
  reachableShare,
  reachedShare,
  type CountedSession,
  type OwnAttendance,
} from "../teaching/attendance-standing";

/** Attendance of one trainee over a run, as overviews show it; shares are 0–1. */
export interface AttendanceSum {
  /** Minutes the trainee has of those taught so far. */
  attendedMinutes: number;
  heldMinutes: number;
  /** Null before the first session. */
  share: number | null;
  /** The share at the end if nothing more is missed; null while no session is planned or held. */
  best: number | null;
}

/** Adds the attendance of one trainee up, with both shares. */
export function sumAttendance(
  sessions: readonly CountedSession[],
  own: ReadonlyMap<string, OwnAttendance>,
): AttendanceSum {
  const standing = attendanceStanding(sessions, own);
  return {
    attendedMinutes: standing.presentMinutes,
    heldMinutes: standing.heldMinutes,
    share: reachedShare(standing),
    best: reachableShare(standing),
  };
}
