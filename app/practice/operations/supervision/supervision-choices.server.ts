import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import type { DutyState } from "../../rules/supervision/duty-clock";
import { dutyOfMentors, dutyOfTrainees, type DutyPerson } from "./duty-people.server";
import { mentorsToSupervise, runsToSupervise } from "./supervision-scope.server";

export interface Choice {
  id: string;
  name: string;
}

/** Somebody to invite, and how urgently they need it. */
export interface PersonChoice extends Choice {
  dueOn: string | null;
  state: DutyState;
}

export interface SupervisionChoices {
  runs: (Choice & { town: string })[];
  /** Trainees of the chosen run; none without a run. */
  trainees: PersonChoice[];
  mentors: (PersonChoice & { code: string })[];
}

/** Whom a supervisor can meet: runs, trainees of the chosen run, mentors of the region; never himself. */
export async function supervisionChoices(
  actor: Actor,
  runId: string | null,
  now: Date,
): Promise<SupervisionChoices> {
  const runs = await db().courseRun.findMany({
    where: runsToSupervise(actor),
    select: { id: true, name: true, town: true },
    orderBy: [{ startsOn: "desc" }, { name: "asc" }],
  });
  const chosen = runs.some(({ id }) => id === runId) ? runId : null;
  const mentors = await dutyOfMentors(mentorsToSupervise(actor), now);
  const trainees = chosen
    ? await dutyOfTrainees({ runId: chosen, state: "active", NOT: { accountId: actor.accountId } }, now)
    : [];
  const names = await namesOf([...mentors, ...trainees].flatMap(({ accountId }) => accountId ?? []));
  const choice = ({ id, accountId, code, clock }: DutyPerson) => ({
    id,
    code: code ?? "",
    name: (accountId && names.get(accountId)) || (code ?? ""),
    dueOn: clock.dueOn,
    state: clock.state,
  });
  return {
    runs,
    trainees: byName(trainees.map(choice).map(({ code: _code, ...trainee }) => trainee)),
    mentors: byName(mentors.map(choice)),
  };
}

function byName<Item extends { name: string }>(items: Item[]): Item[] {
  return items.sort((a, b) => a.name.localeCompare(b.name, "cs"));
}
