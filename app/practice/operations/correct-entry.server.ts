import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { stateAfter } from "../rules/entry-states";
import { entryColumns, openEntry, sameContent, type EntryContent } from "./entry-content.server";
import { checkedLinks, type EntryLinks } from "./entry-links.server";
import { requireTakeable } from "./judge-entry.server";
import { lockOwnEntry } from "./own-entry.server";
import { writeStep } from "./write-step.server";

export interface CorrectEntryInput extends EntryContent, Partial<EntryLinks> {
  id: string;
  /** Version the form was drawn from. */
  version: number;
}

/**
 * Corrects an own entry that waits or was returned, and submits it again. What was submitted before stays
 * in its history.
 * @throws AppError stale when it has changed meanwhile, conflict when it is approved or withdrawn, invalid
 */
export async function correctEntry(
  actor: Actor,
  { id, version, caseId = null, guideId = null, ...content }: CorrectEntryInput,
  { now }: { now: Date },
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const row = await lockOwnEntry(tx, actor, id);
    const { enrolmentId } = row;
    const wanted = { caseId, guideId };
    const links = await checkedLinks(tx, actor, { enrolmentId, wanted, day: content.day, before: row });
    const written = { ...content, ...links };
    const before = { ...openEntry(row), caseId: row.caseId, guideId: row.guideId };
    // The same form sent twice: the first one has done it.
    if (row.version === version + 1 && row.state === "submitted" && sameContent(before, written))
      return { id };
    if (row.version !== version) throw new AppError("stale");
    const state = stateAfter(row.state, "resubmit");
    if (!state) throw new AppError("conflict", { reason: "practice:refusal.locked" });
    const minutes = await requireTakeable(tx, { enrolmentId, content, exceptId: id, now });
    await tx.practiceEntry.update({
      where: { id },
      data: { ...entryColumns(id, written, minutes), state, updatedAt: now, version: { increment: 1 } },
    });
    await writeStep(tx, { entryId: id, state, by: actor.accountId, now, content: written });
    await audit(tx, {
      actor: actor.accountId,
      action: "practice.correct",
      subject: { kind: "practice_entry", id },
      details: { minutes, from: row.state },
      at: now,
    });
    return { id };
  });
}
