import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { formatDay } from "~/ui/formatting";
import { endState, isOpen } from "../rules/case-state";
import { closingOutcomes, decliningOutcomes, type ClosingInput } from "../schema";
import { endAssignment } from "./assign-mentor.server";
import { caseForWriting, type CaseForWriting } from "./case-scope.server";
import { lockCase, moveCase } from "./move-case.server";
import { firstWorkDay } from "./sign-evaluation.server";

/**
 * Ends a case with an outcome; a referral nobody worked on is declined. The mentor's work ends with it.
 * @throws AppError notFound outside the actor's cases, stale, conflict when it has ended, invalid with a field
 */
export async function closeCase(
  actor: Actor,
  caseId: string,
  input: ClosingInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, caseId);
    const found = await caseForWriting(tx, actor, "case:close", caseId);
    if (found.version !== input.version) throw new AppError("stale");
    if (!isOpen(found.state)) throw new AppError("conflict", { reason: "registry:refusal.caseEnded" });
    const workBegan = (await firstWorkDay(tx, caseId)) !== null;
    const possible: readonly string[] = workBegan ? closingOutcomes : decliningOutcomes;
    if (!possible.includes(input.outcome))
      throw new AppError("invalid", { field: "outcome", reason: "errors:choose" });
    if (input.endedOn > dayOf(now)) {
      throw new AppError("invalid", { field: "endedOn", reason: "registry:refusal.future" });
    }
    const earliest = await earliestEnd(tx, found);
    if (input.endedOn < earliest) {
      const values = { day: formatDay(earliest, actor.language) };
      throw new AppError("invalid", { field: "endedOn", reason: "registry:refusal.endBeforeWork", values });
    }
    const [current] = found.assignments;
    if (current) {
      await endAssignment(tx, current.id, { day: input.endedOn, reason: "case_ended", by: actor.accountId });
    }
    const state = endState(workBegan);
    await moveCase(tx, input.version, {
      caseId,
      state,
      outcome: input.outcome,
      reason: input.reason,
      day: input.endedOn,
      by: actor.accountId,
      at: now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "case.close",
      subject: { kind: "case", id: caseId },
      details: { state, outcome: input.outcome },
      at: now,
    });
  });
}

/** A case cannot end before anything that is known to have happened in it. */
export async function earliestEnd(tx: Tx, found: CaseForWriting): Promise<string> {
  const where = { caseId: found.id };
  const activity = await tx.activity.aggregate({ where, _max: { day: true } });
  const work = await tx.assignment.aggregate({
    where,
    _max: { assignedOn: true, startedOn: true, endedOn: true },
  });
  const days = [
    found.referredOn,
    activity._max.day,
    work._max.assignedOn,
    work._max.startedOn,
    work._max.endedOn,
  ];
  return days.flatMap((date) => (date ? dateToDay(date) : [])).reduce((a, b) => (a > b ? a : b));
}
