import type { Actor } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { recordMonitoringTraining } from "./monitoring-training.server";
import { trainableAccounts } from "./visible-accounts.server";

/**
 * Records that a mentor or an assistant passed the monitoring training.
 * @throws AppError notFound for somebody out of scope or without such a role, invalid for a day to come
 */
export async function recordTraining(
  actor: Actor,
  { accountId, passedOn }: { accountId: string; passedOn: string },
  { now }: { now: Date },
): Promise<void> {
  if (passedOn > dayOf(now))
    throw new AppError("invalid", { field: "passedOn", reason: "people:refusal.futureDay" });
  const trainable = trainableAccounts(actor);
  if (!trainable) throw new AppError("forbidden");
  await inTransaction(async (tx) => {
    const found = await tx.account.count({ where: { AND: [{ id: accountId }, trainable] } });
    if (found === 0) throw new AppError("notFound");
    await recordMonitoringTraining(tx, { accountId, passedOn, by: actor.accountId, now });
  });
}
