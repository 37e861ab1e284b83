import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { hasStarted } from "../../rules/recruitment/run-edits";
import {
  fieldsOfSettings,
  settingsOfFields,
  type SettingsFields,
} from "../../rules/recruitment/settings-fields";
import { runOf } from "../runs.server";

/**
 * Changes the settings of a run that has not started. From its start on they are frozen: people who study
 * keep the rules they began with.
 * @throws AppError notFound, stale, conflict when the run has started
 */
export async function changeRunSettings(
  actor: Actor,
  { id, version, fields }: { id: string; version: number; fields: SettingsFields },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `run:${id}`);
    const run = await runOf(actor, "run:manage", id, tx);
    if (hasStarted(run)) throw new AppError("conflict", { reason: "recruitment:refusal.settingsFrozen" });
    const before = fieldsOfSettings(run.settings);
    const changed = (Object.keys(before) as (keyof SettingsFields)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(fields[field]),
    );
    const { count } = await tx.courseRun.updateMany({
      where: { id, version },
      data: { settings: { ...settingsOfFields(run.settings, fields) }, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, {
      actor: actor.accountId,
      action: "run.settings",
      subject: { kind: "run", id },
      details: {
        changed: changed.map((field) => ({ field, from: plain(before[field]), to: plain(fields[field]) })),
      },
      at: now,
    });
  });
}

/** A setting as the journal of events keeps it: what has parts as one text. */
function plain(setting: SettingsFields[keyof SettingsFields]): string | number {
  return typeof setting === "object" ? JSON.stringify(setting) : setting;
}
