/**
 * The duty of supervision during practice: at least so many sessions in every calendar month in which
 * practice happened. A missed month can be made up by one more session later: nobody confirmed that, so
 * the months that had to be made up stay visible as gaps.
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

/**
 * @param practiceDays days of approved practice, `YYYY-MM-DD`
 * @param supervisionDays days of attended sessions
 */
export function supervisionDuty(
  practiceDays: Iterable<string>,
  supervisionDays: Iterable<string>,
  perMonth: number,
): SupervisionDuty {
  const months = [...new Set([...practiceDays].map(monthOf))].sort();
  const unused = [...supervisionDays].map(monthOf).sort();
  const owed = new Map<string, number>();
  for (const month of months) {
    for (let count = 0; count < perMonth; count += 1) {
      const index = unused.indexOf(month);
      if (index >= 0) unused.splice(index, 1);
      else owed.set(month, (owed.get(month) ?? 0) + 1);
    }
  }
  const gaps = [...owed.keys()];
  // The latest gap has the fewest sessions after it, so it chooses first.
  for (const month of [...gaps].reverse()) {
    for (let left = owed.get(month)!; left > 0; left -= 1) {
      const index = unused.findIndex((held) => held > month);
      if (index < 0) break;
      unused.splice(index, 1);
      owed.set(month, left - 1);
    }
  }
  const required = months.length * perMonth;
  const missing = [...owed.values()].reduce((sum, count) => sum + count, 0);
  return { required, kept: required - missing, missing, gaps };
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}
