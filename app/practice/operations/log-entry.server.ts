import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { entryColumns, type EntryContent } from "./entry-content.server";
import { requireTakeable } from "./judge-entry.server";
import { requireOwnEnrolment } from "./own-enrolment.server";
import { writeStep } from "./write-step.server";

export interface LogEntryInput extends EntryContent {
  /** Made by the form, so that sending it twice writes one entry. */
  id: string;
}

/**
 * Writes down a piece of the actor's own practice; it waits for approval.
 * @throws AppError invalid with the precise reason, conflict when the actor has no course
 */
export async function logEntry(
  actor: Actor,
  { id, ...content }: LogEntryInput,
  { now }: { now: Date },
): Promise<{ id: string; minutes: number }> {
  const { id: enrolmentId } = await requireOwnEnrolment(actor);
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolmentId);
    const earlier = await tx.practiceEntry.findUnique({ where: { id } });
    if (earlier && earlier.enrolmentId !== enrolmentId) throw new AppError("conflict");
    if (earlier) return { id, minutes: earlier.minutes };
    const minutes = await requireTakeable(tx, { enrolmentId, content, now });
    await tx.practiceEntry.create({
      data: { id, enrolmentId, ...entryColumns(id, content, minutes), createdAt: now, updatedAt: now },
    });
    await writeStep(tx, { entryId: id, state: "submitted", by: actor.accountId, now, content });
    await audit(tx, {
      actor: actor.accountId,
      action: "practice.log",
      subject: { kind: "practice_entry", id },
      details: { minutes, activity: content.activity },
      at: now,
    });
    return { id, minutes };
  });
}
