import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { draftPlace } from "../../places";
import { longestDraft, mostDrafts, readDraft } from "../../rules/draft-fields";
import { requireOwnEnrolment } from "../own-enrolment.server";

/** `sent`: the draft has become an entry; whatever comes late changes nothing. */
export type SavedDraft =
  | { kind: "saved"; version: number }
  | { kind: "sent" }
  | { kind: "conflict"; current: { text: string; version: number } };

/**
 * Keeps what somebody began to write, sealed. A text written upon an older version than the portal holds is
 * not stored: both are handed back for the writer to choose. An empty text begins no draft.
 * @param input.version version the text was written upon; 0 or less for none
 * @throws AppError notFound for somebody else's draft, invalid for a text that is no draft, conflict when there
 *   are too many or the actor has no course
 */
export async function saveDraft(
  actor: Actor,
  { id, text, version }: { id: string; text: string; version: number },
  { now }: { now: Date },
): Promise<SavedDraft> {
  if (text.length > longestDraft || readDraft(text) === null)
    throw new AppError("invalid", { reason: "errors:invalidValue" });
  const { id: enrolmentId } = await requireOwnEnrolment(actor);
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, enrolmentId);
    const entry = await tx.practiceEntry.findUnique({ where: { id }, select: { enrolmentId: true } });
    if (entry && entry.enrolmentId !== enrolmentId) throw new AppError("notFound");
    if (entry) return { kind: "sent" };
    const row = await tx.practiceDraft.findUnique({ where: { id } });
    if (row && row.enrolmentId !== enrolmentId) throw new AppError("notFound");
    const contentSealed = seal(text, draftPlace(id));
    if (!row) {
      if (text === "") return { kind: "saved", version: 0 };
      if ((await tx.practiceDraft.count({ where: { enrolmentId } })) >= mostDrafts) {
        throw new AppError("conflict", { reason: "practice:draft.tooMany", values: { count: mostDrafts } });
      }
      await tx.practiceDraft.create({
        data: { id, enrolmentId, contentSealed, createdAt: now, savedAt: now },
      });
      return { kind: "saved", version: 1 };
    }
    const stored = unseal(row.contentSealed, draftPlace(id));
    if (stored === text) return { kind: "saved", version: row.version };
    if (row.version !== version) return { kind: "conflict", current: { text: stored, version: row.version } };
    await tx.practiceDraft.update({
      where: { id },
      data: { contentSealed, savedAt: now, version: { increment: 1 } },
    });
    return { kind: "saved", version: row.version + 1 };
  });
}

/** Throws an own draft away; one that is gone already stays so. */
export async function discardDraft(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.practiceDraft.deleteMany({ where: { id, enrolment: { accountId: actor.accountId } } });
  });
}
