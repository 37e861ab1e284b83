/** How much of the teaching in person somebody was there for, and how much they still can be. */

export interface CountedSession {
  id: string;
  makeUpForId: string | null;
  state: "planned" | "held" | "cancelled";
  /** Minutes of teaching. */
  minutes: number;
}

export interface OwnAttendance {
  state: "present" | "absent" | "excused";
  minutes: number;
}

export interface AttendanceStanding {
  /** Minutes of teaching held so far; make-ups add nothing to it. */
  heldMinutes: number;
  /** Minutes of it the person was there for or made up. */
  presentMinutes: number;
  /** Held and planned together. */
  totalMinutes: number;
  /** Minutes the person has at the end when nothing more is missed and every make-up is used. */
  reachableMinutes: number;
  /** Sessions held that were missed whole and not made up at all. */
  missed: number;
}

/**
 * Adds up one person's attendance. A make-up counts for the session it belongs to and never beyond it. A
 * session to come counts as reachable unless an excuse was sent ahead.
 */
export function attendanceStanding(
  sessions: readonly CountedSession[],
  own: ReadonlyMap<string, OwnAttendance>,
): AttendanceStanding {
  const counted = sessions.filter(({ state }) => state !== "cancelled");
  const sum: AttendanceStanding = {
    heldMinutes: 0,
    presentMinutes: 0,
    totalMinutes: 0,
    reachableMinutes: 0,
    missed: 0,
  };
  for (const session of counted.filter(({ makeUpForId }) => makeUpForId === null)) {
    const makeUps = counted.filter(({ makeUpForId }) => makeUpForId === session.id);
    const had = Math.min(session.minutes, total([session, ...makeUps].map((one) => minutesHad(one, own))));
    const could = Math.min(
      session.minutes,
      total([session, ...makeUps].map((one) => minutesPossible(one, own))),
    );
    sum.totalMinutes += session.minutes;
    sum.reachableMinutes += could;
    if (session.state !== "held") continue;
    sum.heldMinutes += session.minutes;
    sum.presentMinutes += had;
    if (had === 0) sum.missed += 1;
  }
  return sum;
}

/** Share reached of what was held, 0–1; null before the first session. */
export function reachedShare({ presentMinutes, heldMinutes }: AttendanceStanding): number | null {
  return heldMinutes === 0 ? null : presentMinutes / heldMinutes;
}

/** The best share still reachable, 0–1; null while nothing is planned. */
export function reachableShare({ reachableMinutes, totalMinutes }: AttendanceStanding): number | null {
  return totalMinutes === 0 ? null : reachableMinutes / totalMinutes;
}

function minutesHad({ id, state }: CountedSession, own: ReadonlyMap<string, OwnAttendance>): number {
  return state === "held" ? (own.get(id)?.minutes ?? 0) : 0;
}

function minutesPossible(session: CountedSession, own: ReadonlyMap<string, OwnAttendance>): number {
  if (session.state === "held") return minutesHad(session, own);
  return own.get(session.id)?.state === "excused" ? 0 : session.minutes;
}

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, one) => sum + one, 0);
}
