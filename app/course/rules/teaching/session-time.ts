import { addDays, dayOf, momentsOf } from "~/platform/days";

/**
 * When teaching in person takes place. People write wall-clock times of Prague; what is counted is real
 * time, also across midnight and on the nights when clocks change.
 */

const minuteMs = 60_000;

export interface SessionTimes {
  startsAt: Date;
  endsAt: Date;
}

/** Times as a form has them: a day, minutes after midnight, and whether it ends on the day after. */
export interface WallTimes {
  day: string;
  from: number;
  to: number;
  endsNextDay: boolean;
}

export type TimesRefusal = { field: "from" | "to"; reason: "endsBeforeStart" | "timeSkipped" };

/** The moments meant by wall-clock times; of a time that comes twice in autumn the earlier one. */
export function sessionTimes({ day, from, to, endsNextDay }: WallTimes): SessionTimes | TimesRefusal {
  if (!endsNextDay && to <= from) return { field: "to", reason: "endsBeforeStart" };
  const [startsAt] = momentsOf(day, from);
  if (!startsAt) return { field: "from", reason: "timeSkipped" };
  const endsAt = endMoments(endsNextDay ? addDays(day, 1) : day, to).find((moment) => moment > startsAt);
  return endsAt ? { startsAt, endsAt } : { field: "to", reason: "timeSkipped" };
}

/** Something may end exactly at the moment when the clock jumps. */
function endMoments(day: string, minute: number): Date[] {
  const moments = momentsOf(day, minute);
  if (moments.length > 0 || minute === 0) return moments;
  return momentsOf(day, minute - 1).map((moment) => new Date(moment.getTime() + minuteMs));
}

/** Whole minutes between two moments. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / minuteMs);
}

/** Minutes of teaching: the time from beginning to end without breaks. */
export function teachingMinutes(session: SessionTimes & { breakMinutes: number }): number {
  return Math.max(0, minutesBetween(session.startsAt, session.endsAt) - session.breakMinutes);
}

/**
 * Minutes of teaching somebody was there for, whole. Nobody notes when exactly the breaks were, so they are
 * taken off in proportion: who was there for half of the time has half of the teaching.
 */
export function presentMinutes(
  session: SessionTimes & { breakMinutes: number },
  arrivedAt: Date,
  leftAt: Date,
): number {
  const whole = minutesBetween(session.startsAt, session.endsAt);
  const there = Math.min(whole, Math.max(0, minutesBetween(arrivedAt, leftAt)));
  return whole === 0 ? 0 : Math.floor((there * teachingMinutes(session)) / whole);
}

/** The first moment at or after `from` and not after the session's end when the clock shows a time, or null. */
export function momentInSession(session: SessionTimes, minute: number, from: Date): Date | null {
  const days = [...new Set([dayOf(session.startsAt), dayOf(session.endsAt)])];
  const moments = days.flatMap((day) => endMoments(day, minute));
  return moments.find((moment) => moment >= from && moment <= session.endsAt) ?? null;
}
