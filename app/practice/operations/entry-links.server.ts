import type { Actor } from "~/access/index.server";
import { caseLabels } from "~/registry/index.server";
import { dayToDate } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";

/** What an entry points to: the case it was about and the guide who was there. */
export interface EntryLinks {
  caseId: string | null;
  guideId: string | null;
}

/**
 * The links an entry may get: a case its author may see, a guide the trainee has now. What the entry had before
 * may stay; a case its author cannot see any more stays by itself, because no form offers it.
 * @throws AppError invalid with the field; the same for a case that is not there and for somebody else's
 */
export async function checkedLinks(
  tx: Tx,
  actor: Actor,
  input: { enrolmentId: string; wanted: EntryLinks; day: string; before?: EntryLinks },
): Promise<EntryLinks> {
  const { enrolmentId, wanted, day, before } = input;
  if (wanted.guideId !== null) {
    // A guide whose work ended may stay where he was named, for days before the end.
    const stays = wanted.guideId === before?.guideId ? [{ endedAt: { gte: dayToDate(day) } }] : [];
    const guide = { enrolmentId, mentorId: wanted.guideId, OR: [{ endedAt: null }, ...stays] };
    if ((await tx.traineeGuide.count({ where: guide })) === 0) {
      throw new AppError("invalid", { field: "guide", reason: "practice:refusal.guide" });
    }
  }
  const asked = [wanted.caseId, before?.caseId ?? null].filter((id) => id !== null);
  const seen = await caseLabels(actor, asked, tx);
  if (wanted.caseId !== null && !seen.has(wanted.caseId)) {
    throw new AppError("invalid", { field: "case", reason: "practice:refusal.case" });
  }
  const hidden = before?.caseId && !seen.has(before.caseId) ? before.caseId : null;
  return { caseId: wanted.caseId ?? hidden, guideId: wanted.guideId };
}
