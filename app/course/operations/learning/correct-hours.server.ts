import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { catalogue } from "../../catalogue/catalogue.server";
import { adjustmentRefusal, adjustmentSourceKey, followsAttendance } from "../../rules/ledger";
import { runCredits } from "../../rules/run-states";
import type { HoursCorrection } from "../../schema";
import { enrolmentById, lockEnrolment, type EnrolmentFacts } from "../enrolments.server";
import { addCredits, minutesInModule, reverseCredit } from "../ledger.server";
import { whereEnrolment } from "../scopes.server";

/**
 * Puts a trainee's theory hours right by one more entry with a reason: a credit is taken back whole, or
 * minutes of a module are added or taken. Nothing is ever changed or deleted, and the same correction sent
 * again has one effect. Practice is corrected where it is approved.
 * @throws AppError notFound outside the actor's scope, forbidden for one's own hours, conflict when the run
 * or the enrolment is over, invalid with the field
 */
export async function correctHours(
  actor: Actor,
  place: { runId: string | undefined; enrolmentId: string | undefined },
  correction: HoursCorrection,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const enrolment = await correctable(tx, actor, place);
    await lockEnrolment(tx, enrolment.id);
    if (correction.intent === "reverse") await takeBack(tx, actor, enrolment, correction, now);
    else await adjust(tx, actor, enrolment, correction, now);
  });
}

async function correctable(
  tx: Tx,
  actor: Actor,
  { runId, enrolmentId }: { runId: string | undefined; enrolmentId: string | undefined },
): Promise<EnrolmentFacts> {
  if (!isRowId(runId) || !isRowId(enrolmentId)) throw new AppError("notFound");
  const visible = { AND: [{ id: enrolmentId, runId }, whereEnrolment(actor, "theory:credit")] };
  const enrolment =
    (await tx.enrolment.count({ where: visible })) > 0 ? await enrolmentById(enrolmentId, tx) : null;
  if (!enrolment) throw new AppError("notFound");
  if (enrolment.accountId === actor.accountId) throw new AppError("forbidden");
  if (enrolment.state !== "active" || !runCredits(enrolment.run.state)) {
    throw new AppError("conflict", { reason: "learning:refusal.notCorrectable" });
  }
  return enrolment;
}

async function takeBack(
  tx: Tx,
  actor: Actor,
  { id: enrolmentId }: EnrolmentFacts,
  { entry, reason }: Extract<HoursCorrection, { intent: "reverse" }>,
  now: Date,
): Promise<void> {
  const row = await tx.ledgerEntry.findFirst({
    where: { id: entry, enrolmentId, unit: "theory", kind: { not: "correction" } },
    select: { sourceKey: true, kind: true },
  });
  if (!row) throw new AppError("invalid", { field: "entry", reason: "errors:choose" });
  // Attendance would credit them again the next time anybody's attendance is recorded.
  if (followsAttendance(row.kind)) {
    throw new AppError("conflict", { field: "entry", reason: "learning:refusal.followsAttendance" });
  }
  const { sourceKey } = row;
  const reversed = await reverseCredit(tx, { enrolmentId, sourceKey, reason, actorId: actor.accountId, now });
  if (!reversed) throw new AppError("conflict", { field: "entry", reason: "course:refusal.reversedBefore" });
}

async function adjust(
  tx: Tx,
  actor: Actor,
  { id: enrolmentId, run }: EnrolmentFacts,
  { id, module: moduleId, minutes, reason }: Extract<HoursCorrection, { intent: "adjust" }>,
  now: Date,
): Promise<void> {
  const module = catalogue().modules.find((one) => one.id === moduleId);
  if (!module) throw new AppError("invalid", { field: "module", reason: "errors:choose" });
  const sourceKey = adjustmentSourceKey(id);
  const before = await tx.ledgerEntry.findUnique({
    where: { enrolmentId_sourceKey: { enrolmentId, sourceKey } },
    select: { id: true },
  });
  if (before) return;
  const credited = await minutesInModule(tx, enrolmentId, moduleId);
  const refusal = adjustmentRefusal(minutes, credited, module.hours * run.settings.teachingHour);
  if (refusal) {
    const { reason: why, ...values } = refusal;
    throw new AppError("invalid", { field: "minutes", reason: `learning:refusal.${why}`, values });
  }
  await addCredits(tx, [
    {
      enrolmentId,
      unit: "theory",
      kind: "correction",
      minutes,
      sourceKey,
      moduleId,
      note: reason,
      day: dayOf(now),
      actorId: actor.accountId,
      now,
    },
  ]);
  await audit(tx, {
    actor: actor.accountId,
    action: "ledger.adjust",
    subject: { kind: "enrolment", id: enrolmentId },
    details: { module: moduleId, minutes },
    at: now,
  });
}
