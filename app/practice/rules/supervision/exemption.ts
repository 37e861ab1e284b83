import { addDays } from "~/platform/days";

/**
 * Days on which somebody is freed of the duty of supervision, both ends included. An exempt day is taken out
 * of the calendar of the duty: it starts nothing and nothing passes on it.
 */
export interface ExemptDays {
  /** `YYYY-MM-DD` */
  fromDay: string;
  toDay: string;
}

/** True when an exemption covers the day. */
export function isExempt(day: string, exemptions: readonly ExemptDays[]): boolean {
  return exemptions.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
}

/** The same days as separate stretches in order: overlapping and touching ones are joined. */
export function joinedExemptions(exemptions: readonly ExemptDays[]): ExemptDays[] {
  const ordered = exemptions
    .filter(({ fromDay, toDay }) => fromDay <= toDay)
    .sort((a, b) => a.fromDay.localeCompare(b.fromDay));
  const joined: ExemptDays[] = [];
  for (const { fromDay, toDay } of ordered) {
    const last = joined.at(-1);
    if (last && fromDay <= addDays(last.toDay, 1)) {
      if (toDay > last.toDay) last.toDay = toDay;
    } else joined.push({ fromDay, toDay });
  }
  return joined;
}
