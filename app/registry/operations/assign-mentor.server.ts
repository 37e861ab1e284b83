import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpen } from "../rules/case-state";
import { momentAfter } from "../rules/recording";
import type { AssignmentInput, EndReason, UnassignmentInput } from "../schema";
import { caseForWriting } from "./case-scope.server";
import { checkMentor } from "./check-mentor.server";
import { lockCase, moveCase } from "./move-case.server";

/**
 * Entrusts a case to an active mentor; whoever had it until now ends with a reason. A case has one current mentor.
 * @throws AppError notFound outside the coordinator's cases or mentors, stale when the case has changed since,
 *   invalid when the mentor may not have it
 */
export async function assignMentor(
  actor: Actor,
  caseId: string,
  input: AssignmentInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "case:assign", caseId);
    const earlier = await tx.assignment.findUnique({ where: { id: input.id } });
    if (earlier) {
      if (earlier.caseId !== caseId) throw new AppError("notFound");
      return;
    }
    // What somebody else has just decided is the first thing to say.
    if (found.version !== input.version) throw new AppError("stale");
    if (!isOpen(found.state)) throw new AppError("conflict", { reason: "registry:refusal.caseEnded" });
    await checkMentor(tx, actor, found, input.mentorId, now);

    const today = dayOf(now);
    const [current] = found.assignments;
    if (current) {
      if (!input.endReason) throw new AppError("invalid", { field: "endReason", reason: "errors:choose" });
      await endAssignment(tx, current.id, {
        day: today,
        reason: input.endReason,
        note: input.note,
        by: actor.accountId,
      });
    }
    const last = await tx.assignment.aggregate({ where: { caseId }, _max: { createdAt: true } });
    await tx.assignment.create({
      data: {
        id: input.id,
        caseId,
        mentorId: input.mentorId,
        assignedOn: dayToDate(today),
        assignedById: actor.accountId,
        openCaseId: caseId,
        createdAt: momentAfter(last._max.createdAt, now),
      },
    });
    await moveCase(tx, input.version, {
      caseId,
      state: "assigned",
      day: today,
      by: actor.accountId,
      at: now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "case.assign",
      subject: { kind: "case", id: caseId },
      details: { mentorId: input.mentorId, instead: current?.mentorId ?? null },
      at: now,
    });
  });
}

/**
 * Takes a case from its mentor; it waits for another one.
 * @throws AppError notFound, stale, conflict when nobody has it
 */
export async function unassignMentor(
  actor: Actor,
  caseId: string,
  input: UnassignmentInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "case:assign", caseId);
    if (found.version !== input.version) throw new AppError("stale");
    const [current] = found.assignments;
    if (!current) throw new AppError("conflict", { reason: "registry:refusal.nobodyAssigned" });
    const today = dayOf(now);
    await endAssignment(tx, current.id, {
      day: today,
      reason: input.endReason,
      note: input.note,
      by: actor.accountId,
    });
    await moveCase(tx, input.version, {
      caseId,
      state: "referred",
      day: today,
      by: actor.accountId,
      at: now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "case.unassign",
      subject: { kind: "case", id: caseId },
      details: { mentorId: current.mentorId, reason: input.endReason },
      at: now,
    });
  });
}

/** Ends a current assignment on a day. */
export async function endAssignment(
  tx: Tx,
  id: string,
  end: { day: string; reason: EndReason; note?: string | undefined; by: string | null },
): Promise<void> {
  await tx.assignment.update({
    where: { id },
    data: {
      endedOn: dayToDate(end.day),
      endReason: end.reason,
      endNoteSealed: sealNullable(end.note, { table: "assignments", column: "endNoteSealed", row: id }),
      endedById: end.by,
      openCaseId: null,
    },
  });
}
