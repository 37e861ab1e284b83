import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpenApplication } from "../rules/application-states";
import { conditionErasedOn, isOldEnough, type EntryConditionKind } from "../rules/entry-conditions";
import { programmeDefaults } from "../rules/run-settings";
import { applicationDetails, applicationIn } from "./application-row.server";

export interface Attestation {
  id: string;
  version: number;
  criminalRecord: boolean;
  romaMinority: boolean;
}

/**
 * Records whether the entry conditions are met, by whom and until when it is kept; the age follows from
 * the birth date. The event says that it was done, never with what outcome.
 * @throws AppError notFound, stale, conflict when the application is decided
 */
export async function attestConditions(
  actor: Actor,
  input: Attestation,
  { now }: { now: Date },
): Promise<void> {
  const { minimumAge, conditionsKeptMonths } = programmeDefaults;
  await inTransaction(async (tx) => {
    await lockRow(tx, `application:${input.id}`);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    if (!isOpenApplication(row.state)) {
      throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    }
    const { count } = await tx.application.updateMany({
      where: { id: input.id, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    const met: Record<EntryConditionKind, boolean> = {
      age: isOldEnough(applicationDetails(row).birthDate, dayOf(row.submittedAt), minimumAge),
      criminal_record: input.criminalRecord,
      roma_minority: input.romaMinority,
    };
    const deleteOn = dayToDate(conditionErasedOn(dayOf(now), conditionsKeptMonths));
    await tx.entryCondition.deleteMany({ where: { applicationId: input.id } });
    await tx.entryCondition.createMany({
      data: Object.entries(met).map(([kind, value]) => ({
        id: randomUUID(),
        applicationId: input.id,
        kind: kind as EntryConditionKind,
        met: value,
        attestedAt: now,
        attestedById: actor.accountId,
        deleteOn,
      })),
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.attest",
      subject: { kind: "application", id: input.id },
      at: now,
    });
  });
}
