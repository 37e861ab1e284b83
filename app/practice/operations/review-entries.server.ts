import type { Actor } from "~/access/index.server";
import { lockEnrolment, whereEnrolment } from "~/course/index.server";
import { db, inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { SeenEntry } from "../schema";
import { decideEntry, approvalFrame, type ReviewRefusal, type Verdict } from "./decide-entry.server";
import { tellTrainee } from "./tell-trainee.server";

export type { ReviewRefusal, Verdict } from "./decide-entry.server";

export interface ReviewResult {
  id: string;
  refusal: ReviewRefusal | null;
}

/**
 * Approves or returns entries of trainees within the actor's scope. Each entry stands for itself: one that
 * cannot be decided is reported and does not stop the rest. Approved minutes go to the hour ledger in the
 * same transaction, and each trainee gets one letter.
 */
export async function reviewEntries(
  actor: Actor,
  entries: readonly SeenEntry[],
  verdict: Verdict,
  { now }: { now: Date },
): Promise<ReviewResult[]> {
  const found = await db().practiceEntry.findMany({
    where: {
      id: { in: entries.map(({ id }) => id) },
      enrolment: whereEnrolment(actor, "practice:review"),
    },
    select: { id: true, enrolmentId: true, enrolment: { select: { accountId: true } } },
  });
  const results = new Map<string, ReviewRefusal | null>(entries.map(({ id }) => [id, "notFound"]));
  for (const { id, enrolment } of found) if (enrolment.accountId === actor.accountId) results.set(id, "own");
  const others = found.filter(({ enrolment }) => enrolment.accountId !== actor.accountId);
  for (const enrolmentId of new Set(others.map((entry) => entry.enrolmentId))) {
    const wanted = new Set(others.filter((entry) => entry.enrolmentId === enrolmentId).map(({ id }) => id));
    const seen = entries.filter(({ id }) => wanted.has(id));
    const decided = await inTransaction((tx) => reviewOfTrainee(tx, actor, enrolmentId, seen, verdict, now));
    for (const [id, refusal] of decided) results.set(id, refusal);
  }
  return [...results].map(([id, refusal]) => ({ id, refusal }));
}

/** The same for one entry. @throws AppError with the reason when it was not decided, invalid without a confirmation */
export async function reviewEntry(
  actor: Actor,
  { id, version }: SeenEntry,
  verdict: Verdict,
  context: { now: Date },
): Promise<void> {
  const [result] = await reviewEntries(actor, [{ id, version }], verdict, context);
  switch (result?.refusal) {
    case null:
      return;
    case "own":
      throw new AppError("forbidden", { reason: "practice:review.refusal.own" });
    case "stale":
      throw new AppError("stale");
    case "decided":
      throw new AppError("conflict", { reason: "practice:review.refusal.decided" });
    case "notStudying":
      throw new AppError("conflict", { reason: "practice:review.refusal.notStudying" });
    case "unconfirmed":
    case "denied":
      throw new AppError("invalid", {
        field: "without",
        reason: `practice:review.withoutNeeded.${result.refusal}`,
      });
    default:
      throw new AppError("notFound");
  }
}

async function reviewOfTrainee(
  tx: Tx,
  actor: Actor,
  enrolmentId: string,
  seen: readonly SeenEntry[],
  verdict: Verdict,
  now: Date,
): Promise<Map<string, ReviewRefusal | null>> {
  await lockEnrolment(tx, enrolmentId);
  const frame = await approvalFrame(tx, enrolmentId);
  const results = new Map<string, ReviewRefusal | null>();
  let changed = 0;
  for (const entry of seen) {
    const outcome = await decideEntry(tx, actor, entry, { verdict, frame, now });
    if (outcome === "changed") changed += 1;
    results.set(entry.id, outcome === "changed" || outcome === "done" ? null : outcome);
  }
  if (changed > 0) await tellTrainee(tx, { enrolmentId, verdict: verdict.verdict, count: changed, now });
  return results;
}
