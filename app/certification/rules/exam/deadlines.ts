import { addDays } from "~/platform/days";
import { workingDaysAfter, type IsHoliday } from "./working-days";

/** What the run says about the exam's other dates. */
export interface DeadlineSettings {
  resitWithinDays: number;
  substituteWithinDays: number;
  excuseWorkingDays: number;
}

/** Last day of the one resit of a part failed on a day (vyhláška 176/2009 Sb. § 4 (6)). */
export function resitUntil(failedOn: string, { resitWithinDays }: DeadlineSettings): string {
  return addDays(failedOn, resitWithinDays);
}

/** Last day on which an absence can be excused to the chair (§ 4 (7)): so many working days after the exam. */
export function excuseUntil(
  missedOn: string,
  { excuseWorkingDays }: DeadlineSettings,
  isHoliday: IsHoliday,
): string {
  return workingDaysAfter(missedOn, excuseWorkingDays, isHoliday);
}

/**
 * Last day of a substitute exam (§ 4 (7)). Counted from the missed day; the decree speaks of the end of
 * teaching, which way to read it nobody confirmed.
 */
export function substituteUntil(missedOn: string, { substituteWithinDays }: DeadlineSettings): string {
  return addDays(missedOn, substituteWithinDays);
}
