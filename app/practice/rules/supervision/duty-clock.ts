import { daysBetween } from "~/platform/days";

/**
 * The clock of the duty of supervision: by when the next session is due, how it stands, and what was missed.
 * A trainee and a mentor have different clocks (`trainee-clock.ts`, `mentor-clock.ts`) that say the same things.
 */

/**
 * `none`: the duty does not run. `fine`: nothing presses. `soon`: owed within the days of the first warning. `overdue`: a
 * deadline passed and nothing made up for it. `exempt`: freed today.
 */
export const dutyStates = ["overdue", "soon", "fine", "exempt", "none"] as const;
export type DutyState = (typeof dutyStates)[number];

/** A deadline that passed without supervision. */
export interface DutyGap {
  dueOn: string;
  /** Day of the session that came late; null when none has. */
  keptOn: string | null;
}

export interface DutyClock {
  state: DutyState;
  /** The deadline that matters now; of somebody overdue the one that passed. Null when none runs. */
  dueOn: string | null;
  /** A deadline ahead for which a session is owed: what is warned of. Null when nothing is owed. */
  owedBy: string | null;
  /** Sessions owed by then. */
  owedCount: number;
  lastOn: string | null;
  gaps: DutyGap[];
}

/** Days before a deadline at which people are written to, the earlier first: fourteen and three by default. */
export type WarnDays = readonly [first: number, last: number];

/** The state of a clock from what is owed and what passed. */
export function dutyState({
  exempt,
  overdue,
  owedBy,
  dueOn,
  today,
  warnDays,
}: {
  exempt: boolean;
  overdue: boolean;
  owedBy: string | null;
  dueOn: string | null;
  today: string;
  warnDays: WarnDays;
}): DutyState {
  if (exempt) return "exempt";
  if (overdue) return "overdue";
  if (owedBy !== null && daysBetween(today, owedBy) <= warnDays[0]) return "soon";
  return dueOn === null ? "none" : "fine";
}

/**
 * Which warning is due today: the first until the days of the last are left, then the last. Nobody who is freed
 * today is warned.
 */
export function dueWarning(
  { state, owedBy }: DutyClock,
  today: string,
  warnDays: WarnDays,
): "first" | "last" | null {
  if (owedBy === null || state === "exempt") return null;
  const left = daysBetween(today, owedBy);
  if (left < 0 || left > warnDays[0]) return null;
  return left <= warnDays[1] ? "last" : "first";
}

/** The key by which a warning of one deadline goes out once. */
export function warningKey(personId: string, owedBy: string, which: "first" | "last"): string {
  return `supervision-due:${personId}:${owedBy}:${which}`;
}

/** The most urgent first: by state, then by the deadline; without a deadline last. */
export function byUrgency(a: DutyClock, b: DutyClock): number {
  const order = dutyStates.indexOf(a.state) - dutyStates.indexOf(b.state);
  return order || (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999");
}
