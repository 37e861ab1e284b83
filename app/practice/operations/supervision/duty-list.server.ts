import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { dayOf, daysBetween } from "~/platform/days";
import { byUrgency, type DutyState } from "../../rules/supervision/duty-clock";
import type { DutyFilter } from "../../rules/supervision/duty-filter";
import { dutyOfMentors, dutyOfTrainees, type DutyPerson } from "./duty-people.server";
import { mentorsInDuty, traineesInDuty } from "./duty-scope.server";

/** A row of the list of the duty. */
export interface DutyRow extends DutyPerson {
  /** Name, or the code of a mentor taken over without an account. */
  name: string;
  /** Days until the deadline; negative after it, null without one. */
  daysLeft: number | null;
}

/** Everybody in the actor's scope, the most urgent first, and how many there are of each state. */
export async function listDuty(
  actor: Actor,
  filter: DutyFilter,
  now: Date,
): Promise<{ rows: DutyRow[]; counts: Partial<Record<DutyState, number>>; total: number }> {
  const people = [
    ...(await dutyOfTrainees(traineesInDuty(actor), now)),
    ...(await dutyOfMentors(mentorsInDuty(actor), now)),
  ];
  const all = (await named(people, now)).sort(
    (a, b) => byUrgency(a.clock, b.clock) || a.name.localeCompare(b.name, "cs"),
  );
  const counts: Partial<Record<DutyState, number>> = {};
  for (const { clock } of all) counts[clock.state] = (counts[clock.state] ?? 0) + 1;
  const rows = all.filter(
    (row) =>
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.state === null || row.clock.state === filter.state) &&
      matches(row, filter.search),
  );
  return { rows, counts, total: all.length };
}

/** People with their names and days left. */
export async function named(people: readonly DutyPerson[], now: Date): Promise<DutyRow[]> {
  const names = await namesOf(people.flatMap(({ accountId }) => accountId ?? []));
  const today = dayOf(now);
  return people.map((person) => ({
    ...person,
    name: (person.accountId && names.get(person.accountId)) || (person.code ?? ""),
    daysLeft: person.clock.dueOn === null ? null : daysBetween(today, person.clock.dueOn),
  }));
}

function matches({ name, code, runName }: DutyRow, search: string): boolean {
  const wanted = folded(search);
  return wanted === "" || [name, code ?? "", runName ?? ""].some((text) => folded(text).includes(wanted));
}

/** Without accents and capitals, as people type in a hurry. */
function folded(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
