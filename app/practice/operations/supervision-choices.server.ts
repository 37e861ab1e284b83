import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { mentorsToSupervise, runsToSupervise } from "./supervision-scope.server";

export interface Choice {
  id: string;
  name: string;
}

export interface SupervisionChoices {
  runs: (Choice & { town: string })[];
  /** Trainees of the chosen run; none without a run. */
  trainees: Choice[];
  mentors: (Choice & { code: string })[];
}

/** Whom a supervisor can have met: runs, trainees of the chosen run, mentors of the region. */
export async function supervisionChoices(actor: Actor, runId: string | null): Promise<SupervisionChoices> {
  const [runs, mentors] = await Promise.all([
    db().courseRun.findMany({
      where: runsToSupervise(actor),
      select: { id: true, name: true, town: true },
      orderBy: [{ startsOn: "desc" }, { name: "asc" }],
    }),
    db().mentor.findMany({
      where: mentorsToSupervise(actor),
      select: { id: true, code: true, accountId: true },
    }),
  ]);
  const chosen = runs.some(({ id }) => id === runId) ? runId : null;
  const trainees = chosen
    ? await db().enrolment.findMany({
        where: { runId: chosen, state: "active" },
        select: { id: true, accountId: true },
      })
    : [];
  const accounts = [...mentors, ...trainees].flatMap(({ accountId }) => (accountId ? [accountId] : []));
  const names = await namesOf(accounts);
  return {
    runs,
    trainees: byName(trainees.map(({ id, accountId }) => ({ id, name: names.get(accountId) ?? "" }))),
    mentors: byName(
      mentors.map(({ id, code, accountId }) => ({
        id,
        code,
        name: (accountId && names.get(accountId)) || code,
      })),
    ),
  };
}

function byName<Item extends { name: string }>(items: Item[]): Item[] {
  return items.sort((a, b) => a.name.localeCompare(b.name, "cs"));
}
