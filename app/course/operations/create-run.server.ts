import type { Actor } from "~/access/index.server";
import { accountsWithRole, organisationsOfKind, type OrganisationOption } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { programmeDefaults } from "../rules/run-settings";
import type { NewRunForm } from "../recruitment-schema";
import { columnsOf } from "./recruitment/run-columns";
import { mayInRegion } from "./scopes.server";

/**
 * Plans a run; its settings are the programme's of this day. The same form sent twice makes one run.
 * @returns id of the run
 * @throws AppError invalid with the field: a foreign region, somebody who is not a trainer
 */
export async function createRun(actor: Actor, input: NewRunForm, { now }: { now: Date }): Promise<string> {
  const { id, goal, region, organisation, trainers, places } = input;
  if (!mayInRegion(actor, "run:manage", region)) {
    throw new AppError("invalid", { field: "region", reason: "course:error.region" });
  }
  return inTransaction(async (tx) => {
    await lockRow(tx, `run:${id}`);
    const before = await tx.courseRun.findUnique({ where: { id } });
    if (before && before.createdById !== actor.accountId) throw new AppError("conflict");
    if (before) return id;
    await requireTrainers(tx, trainers, region);
    if (organisation) await requireProvider(tx, organisation);
    await tx.courseRun.create({
      data: {
        ...columnsOf(input),
        id,
        settings: { ...programmeDefaults, places, goal },
        createdAt: now,
        createdById: actor.accountId,
        trainers: { create: [...new Set(trainers)].map((accountId) => ({ accountId })) },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "run.create",
      subject: { kind: "run", id },
      details: { regionCode: region, places },
      at: now,
    });
    return id;
  });
}

/** @throws AppError invalid when somebody among them is not a trainer of the region */
export async function requireTrainers(
  tx: Tx,
  accountIds: readonly string[],
  regionCode: string,
): Promise<void> {
  const known = new Set((await trainersOfRegion(regionCode, tx)).map(({ accountId }) => accountId));
  if (accountIds.some((id) => !known.has(id))) {
    throw new AppError("invalid", { field: "trainers", reason: "course:error.trainers" });
  }
}

/** People who may teach in a region, each once. */
export async function trainersOfRegion(regionCode: string | null, reader?: Tx) {
  const holders = await accountsWithRole("trainer", regionCode ? { regionCode } : {}, reader);
  return [...new Map(holders.map(({ accountId, name }) => [accountId, { accountId, name }])).values()];
}

/** Organisations that can give a course. */
export async function providers(reader?: Tx): Promise<OrganisationOption[]> {
  return organisationsOfKind("provider", {}, reader);
}

/** @throws AppError invalid when the organisation gives no courses */
export async function requireProvider(tx: Tx, id: string): Promise<void> {
  if (!(await providers(tx)).some((provider) => provider.id === id)) {
    throw new AppError("invalid", { field: "organisation", reason: "errors:choose" });
  }
}
