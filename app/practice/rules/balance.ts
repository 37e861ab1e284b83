import { activityKinds, type ActivityKind, type PracticeState } from "../codes";

/** How much practice of each kind there is, against what the run's plan asks for. */

export interface BalanceEntry {
  activity: ActivityKind;
  minutes: number;
  state: PracticeState;
}

/** Sums of one kind: how many entries, and their minutes. */
export interface Amount {
  count: number;
  minutes: number;
}

export interface BalanceLine {
  activity: ActivityKind;
  approved: Amount;
  waiting: Amount;
  /** Entries of this kind the plan asks for; 0 when it asks for none. */
  planned: number;
  /** Approved entries the plan still misses. */
  missing: number;
}

export interface Balance {
  /** Every kind, in the order of the codes. */
  lines: BalanceLine[];
  approved: Amount;
  waiting: Amount;
  returned: Amount;
  /** Entries the plan still misses, all kinds together. */
  missing: number;
}

/** The balance of one trainee; withdrawn and reversed entries are no practice. */
export function practiceBalance(
  entries: readonly BalanceEntry[],
  plan: Partial<Record<string, number>>,
): Balance {
  const lines = activityKinds.map((activity) => {
    const own = entries.filter((entry) => entry.activity === activity);
    const approved = amountOf(own, "approved");
    const planned = plan[activity] ?? 0;
    const missing = Math.max(0, planned - approved.count);
    return { activity, approved, waiting: amountOf(own, "submitted"), planned, missing };
  });
  return {
    lines,
    approved: amountOf(entries, "approved"),
    waiting: amountOf(entries, "submitted"),
    returned: amountOf(entries, "returned"),
    missing: lines.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function amountOf(entries: readonly BalanceEntry[], state: PracticeState): Amount {
  const some = entries.filter((entry) => entry.state === state);
  return { count: some.length, minutes: some.reduce((sum, { minutes }) => sum + minutes, 0) };
}
