import { isExempt, type ExemptDays } from "./exemption";

/**
 * The duty of supervision during practice: at least so many sessions in every calendar month in which
 * practice happened. Practice on exempt days asks for none. A missed month can be made up by one more session
 * later: nobody confirmed that, so the months that had to be made up stay visible as gaps.
 */
export interface SupervisionDuty {
  /** Sessions the practice so far calls for. */
  required: number;
  /** How many of them were held, in their month or later. */
  kept: number;
  missing: number;
  /** Months (`YYYY-MM`) of practice without enough sessions in the month itself. */
  gaps: string[];
}

/** A month of practice that had not enough sessions of its own. */
export interface MonthGap {
  month: string;
  /** Sessions nothing later made up for. */
  missing: number;
  /** Day of the last session that made up for it; null while some are missing. */
  madeUpOn: string | null;
}

/**
 * @param practiceDays days of approved practice, `YYYY-MM-DD`
 * @param supervisionDays days of attended sessions
 */
export function supervisionDuty(
  practiceDays: Iterable<string>,
  supervisionDays: Iterable<string>,
  perMonth: number,
  exemptions: readonly ExemptDays[] = [],
): SupervisionDuty {
  const days = [...practiceDays];
  const gaps = monthGaps(days, supervisionDays, perMonth, exemptions);
  const required = monthsOf(days, exemptions).length * perMonth;
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return { required, kept: required - missing, missing, gaps: gaps.map(({ month }) => month) };
}

/** The gaps of the duty in order, each with what made up for it. */
export function monthGaps(
  practiceDays: Iterable<string>,
  supervisionDays: Iterable<string>,
  perMonth: number,
  exemptions: readonly ExemptDays[] = [],
): MonthGap[] {
  const unused = [...supervisionDays].sort();
  const gaps: MonthGap[] = [];
  for (const month of monthsOf(practiceDays, exemptions)) {
    let missing = 0;
    for (let count = 0; count < perMonth; count += 1) {
      const index = unused.findIndex((day) => monthOf(day) === month);
      if (index >= 0) unused.splice(index, 1);
      else missing += 1;
    }
    if (missing > 0) gaps.push({ month, missing, madeUpOn: null });
  }
  // The latest gap has the fewest sessions after it, so it chooses first.
  for (const gap of [...gaps].reverse()) {
    let last: string | null = null;
    while (gap.missing > 0) {
      const index = unused.findIndex((day) => monthOf(day) > gap.month);
      if (index < 0) break;
      last = unused.splice(index, 1)[0]!;
      gap.missing -= 1;
    }
    if (gap.missing === 0) gap.madeUpOn = last;
  }
  return gaps;
}

/** Months in which practice asks for supervision, in order. */
function monthsOf(practiceDays: Iterable<string>, exemptions: readonly ExemptDays[]): string[] {
  const counted = [...practiceDays].filter((day) => !isExempt(day, exemptions));
  return [...new Set(counted.map(monthOf))].sort();
}

/** `2026-06-12` → `2026-06` */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
