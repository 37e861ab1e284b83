import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { entryColumns, type EntryContent } from "./entry-content.server";
import { checkedLinks, type EntryLinks } from "./entry-links.server";
import { requireTakeable } from "./judge-entry.server";
import { requireOwnEnrolment } from "./own-enrolment.server";
import { writeStep } from "./write-step.server";

export interface LogEntryInput extends EntryContent, Partial<EntryLinks> {
  /** Made by the form, so that sending it twice writes one entry; a draft of that id becomes the entry. */
  id: string;
}

/**
 * Writes down a piece of the actor's own practice; it waits for approval, and its draft is gone.
 * @throws AppError invalid with the precise reason, conflict when the actor has no course
 */
export async function logEntry(
  actor: Actor,
  { id, caseId = null, guideId = null, ...content }: LogEntryInput,
  { now }: { now: Date },
): Promise<{ id: string; minutes: number }> {
  const { id: enrolmentId } = await requireOwnEnrolment(actor);
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolmentId);
    const earlier = await tx.practiceEntry.findUnique({ where: { id } });
    if (earlier && earlier.enrolmentId !== enrolmentId) throw new AppError("conflict");
    if (earlier) return { id, minutes: earlier.minutes };
    const links = await checkedLinks(tx, actor, {
      enrolmentId,
      wanted: { caseId, guideId },
      day: content.day,
    });
    const minutes = await requireTakeable(tx, { enrolmentId, content, now });
    const written = { ...content, ...links };
    await tx.practiceEntry.create({
      data: { id, enrolmentId, ...entryColumns(id, written, minutes), createdAt: now, updatedAt: now },
    });
    await tx.practiceDraft.deleteMany({ where: { id, enrolment: { accountId: actor.accountId } } });
    await writeStep(tx, { entryId: id, state: "submitted", by: actor.accountId, now, content: written });
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
