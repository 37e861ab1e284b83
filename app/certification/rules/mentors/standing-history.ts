import { addDays } from "~/platform/days";
import { knownSince, type StandingFacts } from "./facts";
import { mentorStanding, type MentorState, type StandingCause } from "./standing";

/** Days on which the standing was the same; `to` is the first day it was not, null for what lasts. */
export interface StandingInterval {
  from: string;
  to: string | null;
  state: MentorState;
  cause: StandingCause;
}

/**
 * How the standing went from the first known day up to a day, the oldest first, without holes. The standing on
 * each of those days is the one of its interval: both ask the same rule.
 */
export function standingHistory(facts: StandingFacts, today: string): StandingInterval[] {
  const start = knownSince(facts);
  if (start > today) return [];
  const intervals: StandingInterval[] = [];
  for (const from of turningDays(facts, start, today)) {
    const { state, cause } = mentorStanding(facts, from);
    const last = intervals.at(-1);
    if (last && last.state === state && last.cause === cause) continue;
    if (last) last.to = from;
    intervals.push({ from, to: null, state, cause });
  }
  return intervals;
}

/** Every day on which the standing may change: something happens, or a term that runs then has passed. */
function turningDays(facts: StandingFacts, start: string, today: string): string[] {
  const events = [
    start,
    ...[facts.certifiedOn, facts.endedOn].filter((day) => day !== null),
    ...facts.supervisionDays,
    ...facts.certificates.flatMap(({ issuedOn, revokedOn }) => [issuedOn, revokedOn ?? issuedOn]),
    ...facts.decisions.map(({ fromDay }) => fromDay),
    ...facts.exemptions.flatMap(({ fromDay, toDay }) => [fromDay, addDays(toDay, 1)]),
    ...facts.settings.map(({ from }) => from),
    ...(typeof facts.pledge === "object" ? [facts.pledge.signedOn] : []),
  ];
  const days = new Set(events);
  for (const event of events) {
    const { dueOn, lapsesAfter } = mentorStanding(facts, event);
    if (dueOn !== null) days.add(addDays(dueOn, 1));
    if (lapsesAfter !== null) days.add(addDays(lapsesAfter, 1));
  }
  return [...days].filter((day) => start <= day && day <= today).sort();
}
