import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { frozenChange, hasStarted } from "../../rules/recruitment/run-edits";
import type { RunBasics } from "../../recruitment-schema";
import { requireProvider } from "../create-run.server";
import { runOf, type RunFacts } from "../runs.server";
import { mayInRegion } from "../scopes.server";
import { columnsOf } from "./run-columns";
import { placesOf } from "./waiting-list.server";

/**
 * Changes what a run is: name, towns, dates, places ... After its start only what moves no goal posts.
 * @throws AppError notFound, stale, conflict when the run is closed, invalid with the field
 */
export async function editRun(
  actor: Actor,
  input: RunBasics & { id: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `run:${input.id}`);
    const run = await runOf(actor, "run:manage", input.id, tx);
    refuseChange(actor, run, input);
    await refuseTooFewPlaces(tx, run, input.places);
    if (input.organisation && input.organisation !== run.organisationId) {
      await requireProvider(tx, input.organisation);
    }
    const { count } = await tx.courseRun.updateMany({
      where: { id: run.id, version: input.version },
      data: { ...columnsOf(input), ...settingsOf(run, input), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, {
      actor: actor.accountId,
      action: "run.edit",
      subject: { kind: "run", id: run.id },
      details: { fields: changedFields(run, input) },
      at: now,
    });
  });
}

function refuseChange(actor: Actor, run: RunFacts, input: RunBasics): void {
  if (run.state === "closed") throw new AppError("conflict", { reason: "recruitment:refusal.runClosed" });
  const before = { ...run, region: run.regionCode, goal: run.graduateGoal };
  const frozen = hasStarted(run) ? frozenChange(before, input) : null;
  if (frozen) throw new AppError("conflict", { field: frozen, reason: "recruitment:refusal.frozenField" });
  if (input.region !== run.regionCode && !mayInRegion(actor, "run:manage", input.region)) {
    throw new AppError("invalid", { field: "region", reason: "course:error.region" });
  }
}

/** Places somebody holds or was offered stay. */
async function refuseTooFewPlaces(tx: Tx, run: RunFacts, places: number): Promise<void> {
  const { taken, offered } = await placesOf(tx, run);
  if (places >= taken + offered) return;
  const values = { count: taken + offered };
  throw new AppError("invalid", { field: "places", reason: "recruitment:error.placesTaken", values });
}

/** Places and goal stand among the settings too. */
function settingsOf(run: RunFacts, { places, goal }: RunBasics) {
  return hasStarted(run) ? {} : { settings: { ...run.settings, places, goal } };
}

function changedFields(run: RunFacts, input: RunBasics): string[] {
  const after: Partial<Record<keyof RunFacts, unknown>> = {
    ...input,
    regionCode: input.region,
    graduateGoal: input.goal,
    organisationId: input.organisation ?? null,
    accreditationNumber: input.accreditationNumber ?? null,
    accreditationValidUntil: input.accreditationValidUntil ?? null,
  };
  const fields = [
    "name",
    "town",
    "otherTowns",
    "regionCode",
    "startsOn",
    "endsOn",
    "places",
    "graduateGoal",
  ] as const;
  const optional = ["organisationId", "accreditationNumber", "accreditationValidUntil"] as const;
  return [...fields, ...optional].filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(run[field]),
  );
}
