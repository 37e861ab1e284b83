import { addDays, dayOf, dayToDate, minuteOfDay } from "~/platform/days";
import type { TimePrecision } from "../codebook";

/** When an incident happened, as exactly as the reporter knows it. */
export interface SaidTime {
  /** `YYYY-MM-DD`: the day itself, or any day of the week or month meant. */
  day: string;
  /** Minutes after midnight, Europe/Prague. */
  minute: number | null;
  precision: TimePrecision;
}

/** The same brought to one spelling: the first day of the period, the minute only where it is said. */
export interface Occurrence {
  day: string;
  minute: number | null;
  precision: TimePrecision;
}

export type OccurrenceProblem = "futureDay" | "futureTime" | "timeMissing" | "tooLongAgo";

/** Before this nothing is monitored; earlier days are slips of the keyboard. */
export const earliestDay = "1990-01-01";

/** Brings what was said to one spelling, or says what is wrong. An old incident is welcome, a future one is not. */
export function occurrenceOf(said: SaidTime, now: Date): Occurrence | { problem: OccurrenceProblem } {
  const today = dayOf(now);
  if (said.day > today) return { problem: "futureDay" };
  if (said.day < earliestDay) return { problem: "tooLongAgo" };
  if (said.precision !== "MINUTE") {
    return { day: firstDayOf(said.day, said.precision), minute: null, precision: said.precision };
  }
  if (said.minute === null) return { problem: "timeMissing" };
  if (said.day === today && said.minute > minuteOfDay(now)) return { problem: "futureTime" };
  return { day: said.day, minute: said.minute, precision: "MINUTE" };
}

/** Monday of the week, first day of the month, or the day itself. */
export function firstDayOf(day: string, precision: TimePrecision): string {
  if (precision === "MONTH") return `${day.slice(0, 7)}-01`;
  if (precision !== "WEEK") return day;
  const sinceMonday = (dayToDate(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
