import { addDays, addMonths } from "~/platform/days";
import { dutyState, type DutyClock, type DutyGap, type WarnDays } from "./duty-clock";
import { isExempt, type ExemptDays } from "./exemption";
import { monthGaps, monthOf } from "./supervision-duty";

/**
 * A trainee's clock: so many sessions in every calendar month of practice. The deadline of a month is its last
 * day that is not exempt; a month that is exempt as a whole has none.
 */
export interface TraineeDutyFacts {
  /** The trainee practises: the run goes on and hours are still missing. */
  practising: boolean;
  /** Days of approved practice, as graduation counts them. */
  practiceDays: readonly string[];
  /** Days of practice sent and not decided yet: they make this month's session due already. */
  waitingDays: readonly string[];
  supervisionDays: readonly string[];
  perMonth: number;
  exemptions: readonly ExemptDays[];
  warnDays: WarnDays;
}

/** The clock on a day. Supervision of later days does not count yet. */
export function traineeClock(facts: TraineeDutyFacts, today: string): DutyClock {
  const { perMonth, exemptions } = facts;
  const month = monthOf(today);
  const practice = [...facts.practiceDays, ...facts.waitingDays].filter((day) => day <= today);
  const held = facts.supervisionDays.filter((day) => day <= today).sort();
  const approved = facts.practiceDays.filter((day) => day <= today);
  const passed = monthGaps(approved, held, perMonth, exemptions).filter((gap) => gap.month < month);
  const gaps = passed.map((gap): DutyGap => ({
    dueOn: monthDeadline(gap.month, exemptions)!,
    keptOn: gap.madeUpOn,
  }));
  const missed = gaps.find(({ keptOn }) => keptOn === null);
  const heldNow = held.filter((day) => monthOf(day) === month).length;
  const practisedNow = practice.some((day) => monthOf(day) === month && !isExempt(day, exemptions));
  const deadline = monthDeadline(month, exemptions);
  const owes = practisedNow && heldNow < perMonth;
  const owedBy = owes && deadline !== null && deadline >= today ? deadline : null;
  const begun = facts.practising && practice.length > 0 && perMonth > 0;
  const next = heldNow < perMonth && deadline !== null && deadline >= today ? deadline : null;
  const dueOn = missed?.dueOn ?? owedBy ?? (begun ? (next ?? laterDeadline(month, exemptions)) : null);
  const state = dutyState({
    exempt: begun && isExempt(today, exemptions),
    overdue: missed !== undefined,
    owedBy,
    dueOn,
    today,
    warnDays: facts.warnDays,
  });
  const owedCount = owedBy === null ? 0 : perMonth - heldNow;
  return { state, dueOn, owedBy, owedCount, lastOn: held.at(-1) ?? null, gaps };
}

/** Last day of a month (`YYYY-MM`) that is not exempt, or null. */
export function monthDeadline(month: string, exemptions: readonly ExemptDays[]): string | null {
  let day = addDays(addMonths(`${month}-01`, 1), -1);
  while (isExempt(day, exemptions)) day = addDays(day, -1);
  return monthOf(day) === month ? day : null;
}

/** Deadline of the first month after one that is not exempt as a whole. */
function laterDeadline(month: string, exemptions: readonly ExemptDays[]): string {
  for (let first = addMonths(`${month}-01`, 1); ; first = addMonths(first, 1)) {
    const deadline = monthDeadline(monthOf(first), exemptions);
    if (deadline !== null) return deadline;
  }
}
