import type { Actor } from "~/access/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { runAdmits } from "../../rules/admission";
import { conditionsState } from "../../rules/entry-conditions";
import { answerRefusal } from "../../rules/recruitment/place-offers";
import { applicationIn } from "../application-row.server";
import { closeOffer, passOn } from "./offers.server";
import { enrolmentIdOf, takeIn } from "./take-in.server";
import { lockRuns } from "./waiting-list.server";

/**
 * Accepts the place offered to the actor. Sent twice, it has one effect.
 * @returns id of the enrolment
 * @throws AppError notFound for somebody else's offer, conflict when it was answered otherwise, withdrawn or
 *   the deadline has passed, or the run takes nobody in any more
 */
export async function acceptOffer(
  actor: Actor,
  { offer: offerId }: { offer: string },
  { now }: { now: Date },
): Promise<string> {
  return inTransaction(async (tx) => {
    const offer = await ownOffer(tx, actor, offerId);
    if (offer.state === "accepted") return enrolmentIdOf(tx, offer.runId, actor.accountId);
    refuseAnswer(offer, now);
    const row = await applicationIn(tx, actor, "application:create", offer.applicationId);
    const run = await tx.courseRun.findUniqueOrThrow({ where: { id: offer.runId } });
    if (!runAdmits(run.state)) throw new AppError("conflict", { reason: "recruitment:refusal.runNotOpen" });
    if (row.state !== "waiting" || conditionsState(row.conditions) !== "met") {
      throw new AppError("conflict", { reason: "recruitment:refusal.askCoordinator" });
    }
    await closeOffer(tx, offer, { state: "accepted", by: actor.accountId, now });
    return takeIn(tx, {
      row,
      run,
      decidedBy: offer.offeredById,
      actorId: actor.accountId,
      grantedBy: null,
      now,
    });
  });
}

/**
 * Declines the place offered to the actor: it passes on. The person stays on the list, the turn has gone by.
 * @throws AppError notFound, conflict as in `acceptOffer`
 */
export async function declineOffer(
  actor: Actor,
  { offer: offerId }: { offer: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const offer = await ownOffer(tx, actor, offerId);
    if (offer.state === "declined") return;
    refuseAnswer(offer, now);
    await closeOffer(tx, offer, { state: "declined", by: actor.accountId, now });
    await passOn(tx, offer.runId, { now });
  });
}

/** The actor's offer, read under the locks of the person and the run. @throws AppError notFound */
async function ownOffer(tx: Tx, actor: Actor, id: string) {
  const where = { id, application: { accountId: actor.accountId } };
  await lockRow(tx, `applicant:${actor.accountId}`);
  const found = isRowId(id) ? await tx.placeOffer.findFirst({ where, select: { runId: true } }) : null;
  if (!found) throw new AppError("notFound");
  await lockRuns(tx, [found.runId]);
  return tx.placeOffer.findFirstOrThrow({ where });
}

function refuseAnswer(offer: Parameters<typeof answerRefusal>[0], now: Date): void {
  const refusal = answerRefusal(offer, now);
  if (refusal) throw new AppError("conflict", { reason: `recruitment:refusal.${refusal}` });
}
