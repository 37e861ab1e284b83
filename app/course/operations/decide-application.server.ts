import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { nextWaitingPosition, runAdmits } from "../rules/admission";
import { afterStep } from "../rules/application-states";
import { conditionsState } from "../rules/entry-conditions";
import { runForDecision, type Admission } from "./admit-applicant.server";
import { applicationIn, applicationPlace } from "./application-row.server";
import { writeToApplicant } from "./letters.server";
import { settleOffersOf } from "./recruitment/offers.server";
import { lockRuns, runWaitedFor } from "./recruitment/waiting-list.server";

/**
 * Puts an applicant at the end of a run's waiting list; from another run's list the person goes over.
 * @returns the position
 * @throws AppError notFound, stale, conflict
 */
export async function putOnWaitingList(
  actor: Actor,
  input: Admission,
  { now }: { now: Date },
): Promise<number> {
  return inTransaction(async (tx) => {
    await lockRuns(tx, [input.run, await runWaitedFor(tx, input.id)]);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    const run = await runForDecision(tx, actor, input.run);
    if (row.state === "waiting" && row.runId === run.id) return row.waitingPosition!;
    const state = afterStep(row.state, "putOnWaitingList");
    if (!state) throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    if (!runAdmits(run.state))
      throw new AppError("conflict", { field: "run", reason: "course:refusal.runNotOpen" });
    if (conditionsState(row.conditions) === "notMet") {
      throw new AppError("conflict", { field: "run", reason: "course:refusal.conditionsNotMet" });
    }
    const waiting = await tx.application.findMany({
      where: { runId: run.id, state: "waiting" },
      select: { waitingPosition: true },
    });
    const waitingPosition = nextWaitingPosition(waiting.map((one) => one.waitingPosition));
    const { count } = await tx.application.updateMany({
      where: { id: row.id, version: input.version },
      data: {
        state,
        runId: run.id,
        waitingPosition,
        decidedAt: now,
        decidedById: actor.accountId,
        decisionReasonSealed: sealNullable(input.reason, applicationPlace("decisionReasonSealed", row.id)),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await settleOffersOf(tx, row.id, { state: "withdrawn", by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.wait",
      subject: { kind: "application", id: row.id },
      details: { run: run.id, position: waitingPosition },
      at: now,
    });
    const news = { town: run.town, startsOn: dateToDay(run.startsOn) };
    await writeToApplicant(tx, { accountId: row.accountId, news: "waiting", run: news, now });
    return waitingPosition;
  });
}

/**
 * Refuses an application with a reason the applicant can read in the portal.
 * @throws AppError notFound, stale, conflict
 */
export async function rejectApplication(
  actor: Actor,
  input: { id: string; version: number; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRuns(tx, [await runWaitedFor(tx, input.id)]);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    const state = afterStep(row.state, "reject");
    if (!state) throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    const { count } = await tx.application.updateMany({
      where: { id: row.id, version: input.version },
      data: {
        state,
        waitingPosition: null,
        decidedAt: now,
        decidedById: actor.accountId,
        decisionReasonSealed: seal(input.reason, applicationPlace("decisionReasonSealed", row.id)),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await settleOffersOf(tx, row.id, { state: "withdrawn", by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.reject",
      subject: { kind: "application", id: row.id },
      at: now,
    });
    await writeToApplicant(tx, { accountId: row.accountId, news: "decided", now });
  });
}
