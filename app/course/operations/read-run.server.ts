import type { Actor } from "~/access/index.server";
import { namesOf, organisationOf } from "~/people/index.server";
import { dayOf } from "~/platform/days";
import { db, type EnrolmentState } from "~/platform/db/index.server";
import { nextRunStates, runStepNeeds, type RunState, type RunStepRefusal } from "../rules/run-states";
import { trainersOfRegion } from "./create-run.server";
import { runStepFacts } from "./recruitment/run-step-facts.server";
import { runOf, type RunFacts } from "./runs.server";
import { holdsOnRun } from "./scopes.server";

export interface RunTrainee {
  enrolmentId: string;
  version: number;
  name: string;
  state: EnrolmentState;
}

export interface RunManaging {
  next: readonly RunState[];
  /** What is still missing for each of them; empty when the step can be taken. */
  needs: Partial<Record<RunState, RunStepRefusal[]>>;
  trainers: { accountId: string; name: string }[];
}

export interface RunReading {
  run: RunFacts;
  organisation: string | null;
  trainers: { accountId: string; name: string }[];
  trainees: RunTrainee[];
  /** People on the waiting list in their order; only for those who decide about applications. */
  waiting: { id: string; name: string; position: number }[] | null;
  /** For those who manage runs: the states it can go to, and who could teach it. */
  manage: RunManaging | null;
  mayCredit: boolean;
}

/** A run with its people; the number of queries does not grow with them. @throws AppError notFound */
export async function readRun(actor: Actor, runId: string, { now }: { now: Date }): Promise<RunReading> {
  const run = await runOf(actor, "run:read", runId);
  const decides = holdsOnRun(actor, "application:decide", run);
  const enrolments = await db().enrolment.findMany({
    where: { runId },
    select: { id: true, accountId: true, state: true, version: true },
  });
  const waiting = decides
    ? await db().application.findMany({
        where: { runId, state: "waiting" },
        select: { id: true, accountId: true, waitingPosition: true },
        orderBy: { waitingPosition: "asc" },
      })
    : [];
  const names = await namesOf([
    ...run.trainerIds,
    ...[...enrolments, ...waiting].map(({ accountId }) => accountId),
  ]);
  const nameOf = (accountId: string) => names.get(accountId) ?? "–";
  return {
    run,
    organisation: run.organisationId ? ((await organisationOf(run.organisationId))?.name ?? null) : null,
    trainers: run.trainerIds.map((accountId) => ({ accountId, name: nameOf(accountId) })),
    trainees: enrolments
      .map(({ id, accountId, state, version }) => ({
        enrolmentId: id,
        version,
        name: nameOf(accountId),
        state,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "cs")),
    waiting: decides
      ? waiting.map(({ id, accountId, waitingPosition }) => ({
          id,
          name: nameOf(accountId),
          position: waitingPosition ?? 0,
        }))
      : null,
    manage: holdsOnRun(actor, "run:manage", run) ? await managing(run, now) : null,
    mayCredit: holdsOnRun(actor, "theory:credit", run),
  };
}

async function managing(run: RunFacts, now: Date): Promise<RunManaging> {
  const facts = await runStepFacts(db(), run, dayOf(now));
  const next = nextRunStates(run.state);
  return {
    next,
    needs: Object.fromEntries(next.map((state) => [state, runStepNeeds(run.state, state, facts)])),
    trainers: await trainersOfRegion(run.regionCode),
  };
}
