import { addMonths } from "~/platform/days";

/** Whole calendar months since a day; 0 when it is not known or has not come yet. */
export function monthsWorked(since: string | null, today: string): number {
  if (since === null || since > today) return 0;
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
  const months = years * 12 + Number(today.slice(5, 7)) - Number(since.slice(5, 7));
  return addMonths(since, months) > today ? months - 1 : months;
}
