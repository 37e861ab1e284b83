/** A session of a run and what a trainee has of it; minutes without breaks. */
export interface SessionForSum {
  id: string;
  /** The session this one makes up for. */
  makeUpForId: string | null;
  state: "planned" | "held" | "cancelled";
  minutes: number;
}

/** Attendance of one trainee over a whole run; shares are 0–1, null while there is nothing to take them of. */
export interface AttendanceSum {
  /** Minutes taught so far, make-ups apart. */
  held: number;
  /** Minutes of them the trainee has, in person or made up. */
  attended: number;
  /** Minutes still planned. */
  planned: number;
  share: number | null;
  /** The share if the trainee comes to everything that is left. */
  best: number | null;
}

/**
 * Adds attendance up. A make-up counts for the session it makes up for and never gives more than that one
 * had; a planned make-up is a chance only for who missed something of that session.
 * @param minutesOf minutes the trainee was present, by session
 */
export function sumAttendance(
  sessions: readonly SessionForSum[],
  minutesOf: ReadonlyMap<string, number>,
): AttendanceSum {
  const counted = sessions.filter(({ state, makeUpForId }) => state !== "cancelled" && makeUpForId === null);
  const makeUps = sessions.filter(({ state, makeUpForId }) => state !== "cancelled" && makeUpForId !== null);
  const sum = { held: 0, attended: 0, planned: 0 };
  let reachable = 0;
  for (const session of counted) {
    const own = makeUps.filter(({ makeUpForId }) => makeUpForId === session.id);
    const made = own.reduce((minutes, { id }) => minutes + (minutesOf.get(id) ?? 0), 0);
    const attended = Math.min(session.minutes, (minutesOf.get(session.id) ?? 0) + made);
    if (session.state === "held") {
      const chance = own
        .filter(({ state }) => state === "planned")
        .reduce((minutes, one) => minutes + one.minutes, 0);
      sum.held += session.minutes;
      sum.attended += attended;
      reachable += Math.min(session.minutes, attended + chance);
    } else {
      sum.planned += session.minutes;
      reachable += session.minutes;
    }
  }
  const total = sum.held + sum.planned;
  return {
    ...sum,
    share: sum.held > 0 ? sum.attended / sum.held : null,
    best: total > 0 && sum.held > 0 ? reachable / total : null,
  };
}
