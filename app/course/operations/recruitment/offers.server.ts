import { randomUUID } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { runAdmits } from "../../rules/admission";
import { nextToOffer, offerDeadline, type OfferState } from "../../rules/recruitment/place-offers";
import { writeToApplicant } from "../letters.server";
import { runSettings } from "../runs.server";
import { placesOf, waitingListOf } from "./waiting-list.server";

/** What an offer needs of its run. */
export interface OfferingRun {
  id: string;
  town: string;
  startsOn: Date;
  settings: unknown;
}

/** Offers a place until the run's deadline and writes to the person. The caller holds the run's lock. */
export async function makeOffer(
  tx: Tx,
  offer: { run: OfferingRun; applicationId: string; accountId: string; by: string | null; now: Date },
): Promise<string> {
  const { run, applicationId, accountId, by, now } = offer;
  const id = randomUUID();
  const answerBy = offerDeadline(now, runSettings(run).offerDays);
  await tx.placeOffer.create({
    data: { id, applicationId, runId: run.id, offeredAt: now, offeredById: by, answerBy },
  });
  await audit(tx, {
    actor: by,
    action: "offer.open",
    subject: { kind: "application", id: applicationId },
    details: { run: run.id, offer: id, answerBy: answerBy.toISOString() },
    at: now,
  });
  const news = { town: run.town, startsOn: dateToDay(run.startsOn) };
  await writeToApplicant(tx, { accountId, news: "offered", run: news, answerBy, now });
  return id;
}

/**
 * Offers freed places to the next in order, while the run takes people in. The caller holds the run's lock.
 * @returns ids of the offers made
 */
export async function passOn(
  tx: Tx,
  runId: string,
  { count = 1, now }: { count?: number; now: Date },
): Promise<string[]> {
  const run = await tx.courseRun.findUniqueOrThrow({ where: { id: runId } });
  if (!runAdmits(run.state)) return [];
  const list = await waitingListOf(tx, runId);
  const offers: string[] = [];
  for (const applicationId of nextToOffer(list, await placesOf(tx, run), count)) {
    const { accountId } = list.find((person) => person.applicationId === applicationId)!;
    offers.push(await makeOffer(tx, { run, applicationId, accountId, by: null, now }));
  }
  return offers;
}

/**
 * Closes an open offer. The caller holds the run's lock and decides about the place.
 * @returns false when it was closed before
 */
export async function closeOffer(
  tx: Tx,
  offer: { id: string; applicationId: string; runId: string },
  close: { state: Exclude<OfferState, "open">; by: string | null; now: Date },
): Promise<boolean> {
  const { state, by, now } = close;
  const { count } = await tx.placeOffer.updateMany({
    where: { id: offer.id, state: "open" },
    data: { state, answeredAt: now },
  });
  if (count === 0) return false;
  await audit(tx, {
    actor: by,
    action: `offer.${state}`,
    subject: { kind: "application", id: offer.applicationId },
    details: { run: offer.runId, offer: offer.id },
    at: now,
  });
  return true;
}

/**
 * Ends the open offers of an application that leaves a waiting list for good, and passes the places on.
 * @param except run whose offered place the person takes now: that offer is accepted
 */
export async function settleOffersOf(
  tx: Tx,
  applicationId: string,
  settle: { state: "declined" | "withdrawn"; except?: string; by: string; now: Date },
): Promise<void> {
  const { state, except, by, now } = settle;
  const open = await tx.placeOffer.findMany({ where: { applicationId, state: "open" } });
  for (const offer of open) {
    const accepted = offer.runId === except;
    await closeOffer(tx, offer, { state: accepted ? "accepted" : state, by, now });
    if (!accepted) await passOn(tx, offer.runId, { now });
  }
}
