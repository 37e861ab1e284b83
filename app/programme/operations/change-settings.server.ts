import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { settingChanges, settingsFromValues } from "../rules/programme-settings";
import type { SettingsForm } from "../schema";
import { programmeSettings } from "./programme-settings.server";

/** True for somebody who answers for the whole programme; a coordinator of a region only reads its numbers. */
export function mayChangeSettings(actor: Actor): boolean {
  return actor.scopes("settings:manage").some(({ kind }) => kind === "all");
}

/**
 * Puts new numbers of the programme in force from today on; earlier ones stay as its history.
 * @param input.id made by the form: sent twice it has one effect
 * @throws AppError forbidden for a coordinator of a region, stale when somebody else has changed them since,
 *   invalid (reason) when nothing would change
 */
export async function changeSettings(
  actor: Actor,
  input: SettingsForm,
  { now }: { now: Date },
): Promise<void> {
  if (!mayChangeSettings(actor)) {
    throw new AppError("forbidden", { reason: "mentors:refusal.wholeProgramme" });
  }
  await inTransaction((tx) => change(tx, actor, input, now));
}

async function change(
  tx: Tx,
  actor: Actor,
  { id, base, reason, ...values }: SettingsForm,
  now: Date,
): Promise<void> {
  await lockRow(tx, "programme-settings");
  if ((await tx.programmeSettings.count({ where: { id } })) > 0) return;
  const newest = await tx.programmeSettings.findFirst({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true },
  });
  if ((newest?.id ?? null) !== (base ?? null)) throw new AppError("stale");
  const settings = settingsFromValues(values);
  const changes = settingChanges(await programmeSettings(tx), settings);
  if (changes.length === 0) {
    throw new AppError("invalid", { reason: "mentors:refusal.nothingChanged" });
  }
  // Two changes within one millisecond would not say which came first.
  const createdAt = newest && newest.createdAt >= now ? new Date(newest.createdAt.getTime() + 1) : now;
  await tx.programmeSettings.create({
    data: {
      id,
      settings: { ...settings, warnDays: [...settings.warnDays] },
      reason,
      createdAt,
      createdById: actor.accountId,
    },
  });
  await audit(tx, {
    actor: actor.accountId,
    action: "programme.settings",
    details: { changes: changes.map((one) => ({ ...one })) },
    at: now,
  });
}
