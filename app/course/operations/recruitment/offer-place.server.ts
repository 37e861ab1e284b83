import type { Actor } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { runAdmits } from "../../rules/admission";
import { offerRefusal } from "../../rules/recruitment/place-offers";
import { writeToApplicant } from "../letters.server";
import { runOf } from "../runs.server";
import { closeOffer, makeOffer, passOn } from "./offers.server";
import { lockRuns, placesOf, waitingListOf } from "./waiting-list.server";

/**
 * Offers a free place by hand to somebody on the run's list; nobody whose turn comes first is overtaken.
 * An offer that is open already stays the one.
 * @throws AppError notFound, conflict with the reason
 */
export async function offerPlace(
  actor: Actor,
  { run: runId, application }: { run: string; application: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRuns(tx, [runId]);
    await runOf(actor, "application:decide", runId, tx);
    const run = await tx.courseRun.findUniqueOrThrow({ where: { id: runId } });
    if (!runAdmits(run.state)) throw new AppError("conflict", { reason: "course:refusal.runNotOpen" });
    const list = await waitingListOf(tx, runId);
    const person = list.find(({ applicationId }) => applicationId === application);
    if (!person) throw new AppError("conflict", { reason: "recruitment:refusal.notWaiting" });
    if (person.accountId === actor.accountId) throw new AppError("forbidden");
    const refusal = offerRefusal(list, person, await placesOf(tx, run));
    if (refusal === "offerOpen") return;
    if (refusal) throw new AppError("conflict", { reason: `recruitment:refusal.${refusal}` });
    const { applicationId, accountId } = person;
    await makeOffer(tx, { run, applicationId, accountId, by: actor.accountId, now });
  });
}

/**
 * Takes an offer back; the place passes on to the next. Sent twice, it has one effect.
 * @throws AppError notFound, conflict when the person answered first
 */
export async function withdrawOffer(
  actor: Actor,
  { run: runId, offer: offerId }: { run: string; offer: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRuns(tx, [runId]);
    const run = await runOf(actor, "application:decide", runId, tx);
    const offer = await tx.placeOffer.findFirst({
      where: { id: offerId, runId },
      include: { application: { select: { accountId: true } } },
    });
    if (!offer) throw new AppError("notFound");
    if (offer.state === "withdrawn") return;
    if (offer.state !== "open") {
      const reason = `recruitment:refusal.${offer.state === "expired" ? "offerExpired" : "offerAnswered"}`;
      throw new AppError("conflict", { reason });
    }
    await closeOffer(tx, offer, { state: "withdrawn", by: actor.accountId, now });
    const news = { town: run.town, startsOn: run.startsOn };
    const { accountId } = offer.application;
    await writeToApplicant(tx, { accountId, news: "offerWithdrawn", run: news, now });
    await passOn(tx, runId, { now });
  });
}
