import { addDays, addMonths } from "~/platform/days";

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

/** Longest exemption granted at once, in months; another one can follow. Unconfirmed. */
export const exemptionMaxMonths = 12;

export type ExemptionRefusalCode = "endsBeforeStart" | "tooLong" | "tooOld" | "overlaps";

/**
 * Why an exemption cannot be granted, or null.
 * @param others exemptions of the same person that were not taken back
 */
export function exemptionRefusal(
  wish: ExemptDays,
  others: readonly ExemptDays[],
  today: string,
): { code: ExemptionRefusalCode; field: "from" | "to" } | null {
  if (wish.toDay < wish.fromDay) return { code: "endsBeforeStart", field: "to" };
  if (wish.toDay >= addMonths(wish.fromDay, exemptionMaxMonths)) return { code: "tooLong", field: "to" };
  if (wish.fromDay < addMonths(today, -exemptionMaxMonths)) return { code: "tooOld", field: "from" };
  if (others.some(({ fromDay, toDay }) => fromDay <= wish.toDay && wish.fromDay <= toDay))
    return { code: "overlaps", field: "from" };
  return null;
}
