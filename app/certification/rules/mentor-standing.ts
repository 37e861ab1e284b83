import { addMonths } from "~/platform/days";

/**
 * A mentor's standing: supervision at least once in so many months after certification. Who is overdue is
 * lapsing, after a time lapsed; what follows is a coordinator's decision.
 */
export interface MentorDuty {
  supervisionEveryMonths: number;
  /** Months after the deadline in which an overdue mentor is lapsing, not lapsed yet: unconfirmed. */
  graceMonths: number;
}

export const mentorDuty: MentorDuty = { supervisionEveryMonths: 2, graceMonths: 1 };

export interface MentorFactsForStanding {
  certifiedOn: string | null;
  endedOn: string | null;
  /** Days of attended supervision, in any order. */
  supervisionDays: readonly string[];
}

/** `unknown`: taken over from an older register, nothing is known about certificate or supervision. */
export type MentorState = "active" | "lapsing" | "lapsed" | "ended" | "unknown";

export interface MentorStanding {
  state: MentorState;
  /** Day by which the next supervision is due; null when the duty does not run. */
  dueOn: string | null;
  lastSupervisionOn: string | null;
}

/** The standing on a day. Supervision written down for later days does not count yet. */
export function mentorStanding(
  facts: MentorFactsForStanding,
  today: string,
  duty: MentorDuty = mentorDuty,
): MentorStanding {
  const held = facts.supervisionDays.filter((day) => day <= today).sort();
  const lastSupervisionOn = held.at(-1) ?? null;
  if (facts.endedOn !== null && facts.endedOn <= today) {
    return { state: "ended", dueOn: null, lastSupervisionOn };
  }
  const since = [facts.certifiedOn, lastSupervisionOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (since === undefined) return { state: "unknown", dueOn: null, lastSupervisionOn };
  const dueOn = addMonths(since, duty.supervisionEveryMonths);
  if (today <= dueOn) return { state: "active", dueOn, lastSupervisionOn };
  const lapsesAfter = addMonths(since, duty.supervisionEveryMonths + duty.graceMonths);
  return { state: today <= lapsesAfter ? "lapsing" : "lapsed", dueOn, lastSupervisionOn };
}

/** Whether a new case may be given to the mentor: until a coordinator decides, not when lapsed or ended. */
export function isAssignable(state: MentorState): boolean {
  return state !== "lapsed" && state !== "ended";
}
