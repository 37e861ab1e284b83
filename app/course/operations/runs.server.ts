import type { Actor, Permission } from "~/access/index.server";
import { dateToDay } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { parseRunSettings } from "../rules/parse-run-settings";
import type { RunSettings } from "../rules/run-settings";
import type { RunState } from "../rules/run-states";
import { whereRun } from "./scopes.server";

/** A run as other parts of the portal see it; days are `YYYY-MM-DD`. */
export interface RunFacts {
  id: string;
  name: string;
  town: string;
  otherTowns: string[];
  regionCode: string;
  organisationId: string | null;
  startsOn: string;
  endsOn: string;
  places: number;
  graduateGoal: number;
  state: RunState;
  accreditationNumber: string | null;
  accreditationValidUntil: string | null;
  copiedFromId: string | null;
  /** From then on the settings stay as they are; null before. */
  startedAt: Date | null;
  settings: RunSettings;
  trainerIds: string[];
  version: number;
}

export const runInclude = { trainers: { select: { accountId: true } } } satisfies Prisma.CourseRunInclude;
export type RunRow = Prisma.CourseRunGetPayload<{ include: typeof runInclude }>;

export function runFacts({ trainers, createdAt: _at, createdById: _by, ...run }: RunRow): RunFacts {
  return {
    ...run,
    startsOn: dateToDay(run.startsOn),
    endsOn: dateToDay(run.endsOn),
    accreditationValidUntil: run.accreditationValidUntil && dateToDay(run.accreditationValidUntil),
    settings: parseRunSettings(run.settings),
    trainerIds: trainers.map(({ accountId }) => accountId),
  };
}

/** The settings kept with a run, checked. */
export function runSettings(run: { settings: unknown }): RunSettings {
  return parseRunSettings(run.settings);
}

/**
 * A run the actor holds the permission in.
 * @throws AppError notFound
 */
export async function runOf(
  actor: Actor,
  permission: Permission,
  runId: string,
  reader: Tx = db(),
): Promise<RunFacts> {
  const row = isRowId(runId)
    ? await reader.courseRun.findFirst({
        where: { AND: [{ id: runId }, whereRun(actor, permission)] },
        include: runInclude,
      })
    : null;
  if (!row) throw new AppError("notFound");
  return runFacts(row);
}

/** Ids of the runs somebody teaches. */
export async function runsOfTrainer(accountId: string): Promise<string[]> {
  const rows = await db().runTrainer.findMany({ where: { accountId }, select: { runId: true } });
  return rows.map(({ runId }) => runId);
}
