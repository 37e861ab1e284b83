import type { Actor } from "~/access/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { mayCorrect } from "../rules/activity-limits";
import type { ShownActivity } from "./case-events.server";
import { shownActivity } from "./case-events.server";
import { openActivityWords } from "./activity-words.server";
import { caseBrief, type CaseBrief } from "./read-case-brief.server";

export interface ActivityFormView {
  brief: CaseBrief;
  /** The activity that is being corrected; null for a new one. */
  correcting: (ShownActivity & { id: string; version: number; day: string }) | null;
}

/**
 * Opens the form for a new activity, or for the correction of an own one.
 * @throws AppError notFound outside the mentor's cases and activities, conflict when it is too late to correct
 */
export async function readActivityForm(
  actor: Actor,
  caseId: string,
  activityId: string | null,
  { now }: { now: Date },
): Promise<ActivityFormView> {
  return inTransaction(async (tx) => {
    const brief = await caseBrief(tx, actor, "activity:log", caseId, now);
    if (activityId === null) return { brief, correcting: null };
    const row = await tx.activity.findFirst({
      where: { id: activityId, caseId, createdById: actor.accountId },
    });
    if (!row) throw new AppError("notFound");
    if (!mayCorrect(row.createdAt, now))
      throw new AppError("conflict", { reason: "registry:refusal.tooLate" });
    const shown = shownActivity(row, openActivityWords(row));
    return { brief, correcting: { ...shown, id: row.id, version: row.version, day: dateToDay(row.day) } };
  });
}
