import { addDays, addMonths, daysBetween } from "~/platform/days";
import { dutyState, type DutyClock, type DutyGap, type WarnDays } from "./duty-clock";
import { isExempt, joinedExemptions, type ExemptDays } from "./exemption";

/**
 * A mentor's clock: supervision at least once in so many months after certification, counted from the last
 * session or renewal. It stops on exempt days: the deadline moves by as many days as were exempt.
 */
export interface MentorDutyFacts {
  certifiedOn: string | null;
  /** The mentor has ended: no duty from then on. */
  endedOn: string | null;
  /** Days on which somebody who had ended was taken back: the term begins anew. */
  renewedOn: readonly string[];
  supervisionDays: readonly string[];
  everyMonths: number;
  exemptions: readonly ExemptDays[];
  warnDays: WarnDays;
}

/** The clock on a day. Supervision of later days does not count yet; without a certificate none runs. */
export function mentorClock(facts: MentorDutyFacts, today: string): DutyClock {
  const { certifiedOn, endedOn, exemptions, everyMonths } = facts;
  const held = facts.supervisionDays.filter((day) => day <= today).sort();
  const lastOn = held.at(-1) ?? null;
  const begins = certifiedOn ?? held[0] ?? null;
  const renewed = new Set(facts.renewedOn.filter((day) => day <= today));
  const starts =
    begins === null
      ? []
      : [begins, ...[...new Set([...held, ...renewed])].filter((day) => day > begins).sort()];
  const gaps = starts.flatMap((since, index): DutyGap[] => {
    const dueOn = deadlineAfter(since, everyMonths, exemptions);
    const keptOn = starts[index + 1] ?? null;
    // Before a renewal there was an end, and a time without any duty.
    if (keptOn !== null && renewed.has(keptOn)) return [];
    return dueOn < (keptOn ?? today) ? [{ dueOn, keptOn }] : [];
  });
  const since = starts.at(-1);
  if (since === undefined || (endedOn !== null && endedOn <= today))
    return { state: "none", dueOn: null, owedBy: null, owedCount: 0, lastOn, gaps: gaps.filter(isKept) };
  const dueOn = deadlineAfter(since, everyMonths, exemptions);
  const owedBy = dueOn >= today ? dueOn : null;
  const exempt = isExempt(today, exemptions);
  return {
    state: dutyState({ exempt, overdue: owedBy === null, owedBy, dueOn, today, warnDays: facts.warnDays }),
    dueOn,
    owedBy,
    owedCount: owedBy === null ? 0 : 1,
    lastOn,
    gaps,
  };
}

/** The day so many months after another, moved by the exempt days between. */
export function deadlineAfter(since: string, months: number, exemptions: readonly ExemptDays[]): string {
  return movedByExemptions(since, addMonths(since, months), exemptions);
}

/**
 * A deadline counted from a day, as if exempt days were not in the calendar: between the two there are as many
 * days that are not exempt as there would be days without any exemption.
 */
export function movedByExemptions(
  since: string,
  deadline: string,
  exemptions: readonly ExemptDays[],
): string {
  let moved = deadline;
  for (const { fromDay, toDay } of joinedExemptions(exemptions)) {
    if (toDay <= since) continue;
    if (fromDay > moved) break;
    const first = fromDay > since ? fromDay : addDays(since, 1);
    moved = addDays(moved, daysBetween(first, toDay) + 1);
  }
  return moved;
}

function isKept({ keptOn }: DutyGap): boolean {
  return keptOn !== null;
}
