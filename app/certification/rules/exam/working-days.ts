import { addDays, dayToDate } from "~/platform/days";

/** Says whether a day is a public holiday; where holidays come from is the caller's business. */
export type IsHoliday = (day: string) => boolean;

/** A day from Monday to Friday that is no public holiday. */
export function isWorkingDay(day: string, isHoliday: IsHoliday): boolean {
  const weekday = dayToDate(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/**
 * The n-th working day after a day, the day itself not counted; for 0 the day itself.
 * @param day `YYYY-MM-DD`
 */
export function workingDaysAfter(day: string, n: number, isHoliday: IsHoliday): string {
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, isHoliday)) left -= 1;
  }
  return reached;
}
