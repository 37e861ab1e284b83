import { mentorStates, type MentorState } from "./standing";

/** What an order of the board looks at. */
export interface OrderedMentor {
  state: MentorState;
  dueOn: string | null;
  label: string;
  openCases: number;
}

/** Who needs a coordinator first: the work of somebody lapsed or suspended cannot wait. */
const urgency: Record<MentorState, number> = {
  lapsed: 0,
  suspended: 1,
  lapsing: 2,
  active: 3,
  unknown: 4,
  ended: 5,
};

/** The most urgent first: by standing, those with clients before those without, then by the deadline and the name. */
export function byUrgency(a: OrderedMentor, b: OrderedMentor): number {
  const order = urgency[a.state] - urgency[b.state];
  if (order !== 0) return order;
  const needsCare = a.state === "lapsed" || a.state === "suspended" || a.state === "lapsing";
  const cases = needsCare ? Number(b.openCases > 0) - Number(a.openCases > 0) : 0;
  return cases || (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || byName(a, b);
}

export function byName(a: OrderedMentor, b: OrderedMentor): number {
  return a.label.localeCompare(b.label, "cs");
}

/** The most cases first. */
export function byCases(a: OrderedMentor, b: OrderedMentor): number {
  return b.openCases - a.openCases || byName(a, b);
}

/** How many mentors are in each standing. */
export function countsByState(mentors: readonly { state: MentorState }[]): Record<MentorState, number> {
  const counts = Object.fromEntries(mentorStates.map((state) => [state, 0])) as Record<MentorState, number>;
  for (const { state } of mentors) counts[state] += 1;
  return counts;
}
