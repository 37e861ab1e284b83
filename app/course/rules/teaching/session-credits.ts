import { sessionSourceKey } from "../ledger";

/**
 * What attendance is worth in the ledger. The credits of a trainee in a module follow from the attendance
 * alone, whatever the order it was written down in: sessions are taken by time, each gives the minutes the
 * trainee was there, until the module is full. A make-up gives only what was missed of the session it is for.
 */

export interface AttendedSession {
  sessionId: string;
  startsAt: Date;
  /** The session it makes up for. */
  makeUpForId: string | null;
  /** Minutes of teaching of the session, or of the one it makes up for. */
  teachingMinutes: number;
  presentMinutes: number;
}

/** Minutes each session gives, by its id. */
export function sessionCredits(
  sessions: readonly AttendedSession[],
  { moduleMinutes, otherMinutes }: { moduleMinutes: number; otherMinutes: number },
): Map<string, number> {
  let room = Math.max(0, moduleMinutes - otherMinutes);
  const missing = new Map<string, number>();
  const credits = new Map<string, number>();
  for (const session of [...sessions].sort(byTime)) {
    const topic = session.makeUpForId ?? session.sessionId;
    const left = missing.get(topic) ?? session.teachingMinutes;
    const minutes = Math.max(0, Math.min(session.presentMinutes, left, room));
    room -= minutes;
    missing.set(topic, left - minutes);
    credits.set(session.sessionId, minutes);
  }
  return credits;
}

function byTime(a: AttendedSession, b: AttendedSession): number {
  return a.startsAt.getTime() - b.startsAt.getTime() || (a.sessionId < b.sessionId ? -1 : 1);
}

/** A credit of a session that was not taken back. */
export interface LiveCredit {
  sourceKey: string;
  minutes: number;
}

export interface CreditStep {
  sessionId: string;
  /** Taken back whole by a counter-entry. */
  takeBack: LiveCredit | null;
  /** Credited anew; 0 when nothing is left. */
  minutes: number;
}

/** What to write so that the ledger says what the attendance is worth; nothing where it does already. */
export function creditSteps(
  credits: ReadonlyMap<string, number>,
  live: ReadonlyMap<string, LiveCredit>,
): CreditStep[] {
  return [...credits]
    .map(([sessionId, minutes]) => ({ sessionId, takeBack: live.get(sessionId) ?? null, minutes }))
    .filter(({ takeBack, minutes }) => (takeBack?.minutes ?? 0) !== minutes);
}

/** Key of the n-th credit (from 1) of a session: after a correction it is credited under a new one. */
export function sessionCreditKey(sessionId: string, number: number): string {
  return number === 1 ? sessionSourceKey(sessionId) : `${sessionSourceKey(sessionId)}:${number}`;
}

/** The session of such a key, or null for any other source. */
export function sessionOfKey(sourceKey: string): string | null {
  return /^session:([0-9a-f-]{36})(?::\d+)?$/.exec(sourceKey)?.[1] ?? null;
}
