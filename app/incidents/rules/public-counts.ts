/**
 * Which counts the public may see, and when they may change. A count below the minimum is never shown. That
 * alone would not do: who keeps last month's page could subtract it and read a single new incident. So a
 * shown number moves only when at least the minimum has changed since it was shown: from page to page the
 * difference is nothing or at least the minimum.
 */

export const publicMinimum = 5;

/** One incident as the public statistics see it; days are `YYYY-MM-DD`. */
export interface PublicFact {
  /** Where it is counted: municipality code. */
  key: string;
  reportedOn: string;
  /** Dated judgements, in any order. */
  decisions: readonly { decidedOn: string; rejected: boolean }[];
}

/**
 * Counts by key as they stand at an edge (a last day of a month, included). Depends on nothing that was
 * reported or decided after the edge. Incidents rejected by then do not count.
 */
export function publishedCounts(
  facts: Iterable<PublicFact>,
  edge: string,
  minimum: number = publicMinimum,
): Map<string, number> {
  const lastMonth = edge.slice(0, 7);
  const changes = new Map<string, Map<string, number>>();
  for (const fact of facts) {
    for (const [month, change] of changesOf(fact)) {
      if (month > lastMonth) continue;
      const byMonth = changes.get(fact.key) ?? new Map<string, number>();
      byMonth.set(month, (byMonth.get(month) ?? 0) + change);
      changes.set(fact.key, byMonth);
    }
  }
  const published = new Map<string, number>();
  for (const [key, byMonth] of changes) {
    const shown = lastStep(byMonth, minimum);
    if (shown > 0) published.set(key, shown);
  }
  return published;
}

/** Walks the months and keeps the last number that was far enough from the one before. */
function lastStep(byMonth: ReadonlyMap<string, number>, minimum: number): number {
  let count = 0;
  let shown = 0;
  for (const month of [...byMonth.keys()].sort()) {
    count += byMonth.get(month) ?? 0;
    if (Math.abs(count - shown) >= minimum) shown = count >= minimum ? count : 0;
  }
  return shown;
}

/** By how much an incident changes its count at the end of which month. */
function changesOf({ reportedOn, decisions }: PublicFact): [month: string, change: number][] {
  const reported = reportedOn.slice(0, 7);
  const dated = [...decisions].sort((a, b) => a.decidedOn.localeCompare(b.decidedOn));
  const months = [...new Set([reported, ...dated.map(({ decidedOn }) => decidedOn.slice(0, 7))])]
    .filter((month) => month >= reported)
    .sort();
  let counted = 0;
  return months.map((month) => {
    const last = dated.filter(({ decidedOn }) => decidedOn.slice(0, 7) <= month).at(-1);
    const counts = last?.rejected ? 0 : 1;
    const change = counts - counted;
    counted = counts;
    return [month, change];
  });
}
