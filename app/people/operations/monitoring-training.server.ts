import { randomUUID } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { db, lockRow, type Tx } from "~/platform/db/index.server";
import { dateToDay, dayToDate } from "~/platform/days";

/** The first day each of the accounts passed the monitoring training; those without are absent. */
export async function monitoringTrainingOf(
  accountIds: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const rows = await reader.monitoringTraining.findMany({
    where: { accountId: { in: ids } },
    orderBy: { passedOn: "desc" },
    select: { accountId: true, passedOn: true },
  });
  return new Map(rows.map(({ accountId, passedOn }) => [accountId, dateToDay(passedOn)]));
}

/** Whether somebody may report incidents as part of the network. */
export async function hasMonitoringTraining(accountId: string, reader: Tx = db()): Promise<boolean> {
  return (await reader.monitoringTraining.count({ where: { accountId } })) > 0;
}

/**
 * Records that somebody passed the monitoring training; the same day again changes nothing.
 * @param by who records it: a coordinator, an analyst, or the account itself by passing the test
 * @param attemptId the passed attempt at the training's test; left out when somebody records it
 */
export async function recordMonitoringTraining(
  tx: Tx,
  {
    accountId,
    passedOn,
    by,
    attemptId = null,
    now,
  }: { accountId: string; passedOn: string; by: string; attemptId?: string | null; now: Date },
): Promise<void> {
  await lockRow(tx, `monitoring-training:${accountId}`);
  const day = dayToDate(passedOn);
  if ((await tx.monitoringTraining.count({ where: { accountId, passedOn: day } })) > 0) return;
  await tx.monitoringTraining.create({
    data: { id: randomUUID(), accountId, passedOn: day, recordedAt: now, recordedById: by, attemptId },
  });
  await audit(tx, {
    actor: by,
    action: "monitoring-training.recorded",
    subject: { kind: "account", id: accountId },
    details: { passedOn, source: attemptId ? "test" : "record" },
    at: now,
  });
}
