import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isOpen, mayReopen, openState } from "../rules/case-state";
import type { ReopeningInput } from "../schema";
import { caseForWriting, coversCase, type CaseForWriting } from "./case-scope.server";
import { lockCase, moveCase } from "./move-case.server";

/**
 * Takes the end of a case back: on the same day by whoever recorded it, later by a coordinator. On the same
 * day the mentor goes on as if nothing had happened; later the case waits for a mentor.
 * @throws AppError notFound, stale, conflict when it has not ended or the actor may not
 */
export async function reopenCase(
  actor: Actor,
  caseId: string,
  input: ReopeningInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "case:close", caseId);
    if (found.version !== input.version) throw new AppError("stale");
    const today = dayOf(now);
    const end = isOpen(found.state) ? null : await lastEnd(tx, caseId);
    const { organisationId, organisation } = found;
    const scoped = { organisationId, regionCode: organisation.regionCode, mentorAccountId: null };
    const isCoordinator = coversCase(actor, "case:assign", scoped);
    if (!end || !mayReopen({ ...end, actorId: actor.accountId, today, isCoordinator })) {
      throw new AppError("conflict", { reason: "registry:refusal.cannotReopen" });
    }
    const current = end.recordedDay === today ? await resumeWork(tx, found) : null;
    const state = openState(current);
    await moveCase(tx, input.version, {
      caseId,
      state,
      reason: input.reason,
      day: today,
      by: actor.accountId,
      at: now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "case.reopen",
      subject: { kind: "case", id: caseId },
      details: { state },
      at: now,
    });
  });
}

/** Who recorded the end of a case, and on which day; null when the history does not say. */
export async function lastEnd(
  tx: Tx,
  caseId: string,
): Promise<{ recordedById: string | null; recordedDay: string } | null> {
  const end = await tx.caseStateChange.findFirst({
    where: { caseId, state: { in: ["closed", "declined"] } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  return end && { recordedById: end.recordedById, recordedDay: dayOf(end.recordedAt) };
}

async function resumeWork(tx: Tx, found: CaseForWriting): Promise<{ startedOn: string | null } | null> {
  const ended = await tx.assignment.findFirst({
    where: { caseId: found.id, endReason: "case_ended", endedOn: found.endedOn, mentor: { endedOn: null } },
    orderBy: [{ endedOn: "desc" }, { createdAt: "desc" }],
  });
  if (!ended) return null;
  await tx.assignment.update({
    where: { id: ended.id },
    data: { endedOn: null, endReason: null, endNoteSealed: null, endedById: null, openCaseId: found.id },
  });
  return { startedOn: ended.startedOn && dateToDay(ended.startedOn) };
}
