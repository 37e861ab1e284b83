import type { Actor } from "~/access/index.server";
import {
  enrolmentById,
  lockEnrolment,
  practiceSourceKey,
  reverseCredit,
  whereEnrolment,
} from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { stateAfter } from "../rules/entry-states";
import type { EntryRow } from "./entry-content.server";
import { tellTrainee } from "./tell-trainee.server";
import { writeStep } from "./write-step.server";

/**
 * Takes an approved entry back: its minutes get a counter-entry in the hour ledger in the same transaction, and
 * its time is free, so that the trainee may log it anew. Nothing is deleted.
 * @throws AppError notFound outside the actor's scope, forbidden for one's own entry, stale, conflict when it
 *   is not approved or the trainee has graduated
 */
export async function reverseEntry(
  actor: Actor,
  input: { id: string; version: number; reason: string },
  { now }: { now: Date },
): Promise<void> {
  const { id, version, reason } = input;
  await inTransaction(async (tx) => {
    const row = await lockForReview(tx, actor, id);
    const { enrolmentId } = row;
    const state = stateAfter(row.state, "reverse");
    // The same form sent twice: the first one has done it.
    if (row.state === "reversed" && row.version === version + 1) return;
    if (!state) throw new AppError("conflict", { reason: "practice:reverse.notApproved" });
    if (row.version !== version) throw new AppError("stale");
    const enrolment = await enrolmentById(enrolmentId, tx);
    if (enrolment?.state === "graduated") {
      throw new AppError("conflict", { reason: "practice:reverse.graduated" });
    }
    const sourceKey = practiceSourceKey(id);
    const actorId = actor.accountId;
    if (!(await reverseCredit(tx, { enrolmentId, sourceKey, reason, actorId, now }))) {
      throw new AppError("conflict", { reason: "practice:reverse.notApproved" });
    }
    await tx.practiceEntry.update({
      where: { id },
      data: { state, updatedAt: now, version: { increment: 1 } },
    });
    await writeStep(tx, { entryId: id, state, by: actorId, now, reason });
    await tellTrainee(tx, { enrolmentId, verdict: "reverse", count: 1, now });
    await audit(tx, {
      actor: actorId,
      action: "practice.reverse",
      subject: { kind: "practice_entry", id },
      details: { minutes: row.minutes },
      at: now,
    });
  });
}

/** Somebody else's entry within the actor's review, with its enrolment locked against other writers. */
async function lockForReview(tx: Tx, actor: Actor, id: string): Promise<EntryRow> {
  const where = { id, enrolment: whereEnrolment(actor, "practice:review") };
  const found = isRowId(id)
    ? await tx.practiceEntry.findFirst({ where, include: { enrolment: { select: { accountId: true } } } })
    : null;
  if (!found) throw new AppError("notFound");
  if (found.enrolment.accountId === actor.accountId) {
    throw new AppError("forbidden", { reason: "practice:review.refusal.own" });
  }
  await lockEnrolment(tx, found.enrolmentId);
  return tx.practiceEntry.findUniqueOrThrow({ where: { id } });
}
