/**
 * Days and times of day as people in the programme mean them: Europe/Prague.
 * A day is `YYYY-MM-DD`, a time of day is minutes after midnight. Pure; safe in the browser.
 */

const pragueParts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Prague",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(moment: Date): Record<string, string> {
  return Object.fromEntries(pragueParts.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** The Prague day of a moment, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const parts = partsOf(moment);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Minutes after midnight in Prague of a moment, 0–1439. */
export function minuteOfDay(moment: Date): number {
  const parts = partsOf(moment);
  return Number(parts.hour) * 60 + Number(parts.minute);
}

/** First and last day anything here can happen on: others are slips of the hand, and the database has no year zero. */
const firstDay = "1900-01-01";
const lastDay = "2199-12-31";

/** True for a real calendar day written `YYYY-MM-DD` (2026-02-30 is not one) of the time people live in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDay || text > lastDay) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day as the database keeps it in a `date` column: midnight UTC. */
export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day held by a `date` column. */
export function dateToDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A day moved by whole days, forwards or backwards. */
export function addDays(day: string, count: number): string {
  const date = dayToDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return dateToDay(date);
}

/** A day moved by whole calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  const date = dayToDate(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return dateToDay(date);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayToDate(to).getTime() - dayToDate(from).getTime()) / 86_400_000);
}

/** Age in completed years on a day; born on 29 February counts from 1 March in other years. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

/** `HH:MM` as minutes after midnight, or null when it is not a time of day. */
export function parseTime(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Minutes after midnight as `HH:MM`; 1440 is `24:00`. */
export function formatTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** The moments at which a wall clock in Prague shows a time: one, none (spring) or two (autumn), in order. */
export function momentsOf(day: string, minute: number): Date[] {
  const asUtc = dayToDate(day).getTime() + minute * 60_000;
  // Prague is one hour ahead of UTC in winter and two in summer.
  return [asUtc - 120 * 60_000, asUtc - 60 * 60_000]
    .map((time) => new Date(time))
    .filter((moment) => dayOf(moment) === day && minuteOfDay(moment) === minute);
}
