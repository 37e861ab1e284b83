import { addDays, dayToDate, daysBetween } from "~/platform/days";

/** When somebody is reminded, and the keys by which each reminder goes out once. Days are Prague days. */

/** A session moved to another day is a new reason to remind of it. */
export function sessionReminderKey(sessionId: string, day: string, accountId: string): string {
  return `session-tomorrow:${sessionId}:${day}:${accountId}`;
}

/** Once for each stretch of quiet: the last active day is part of the key. */
export function idleReminderKey(enrolmentId: string, lastActiveDay: string): string {
  return `lesson-idle:${enrolmentId}:${lastActiveDay}`;
}

/** Once a calendar week. */
export function digestKey(accountId: string, day: string): string {
  return `weekly-digest:${accountId}:${weekOf(day)}`;
}

/** True when so many whole weeks have passed since the last activity. */
export function isIdle(lastActiveDay: string, today: string, weeks: number): boolean {
  return daysBetween(lastActiveDay, today) >= weeks * 7;
}

/** ISO week of a day: 2026-11-22 → "2026-W47". */
export function weekOf(day: string): string {
  const weekday = (dayToDate(day).getUTCDay() + 6) % 7;
  // The week belongs to the year its Thursday is in.
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
