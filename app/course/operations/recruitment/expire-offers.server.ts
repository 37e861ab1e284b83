import { dateToDay } from "~/platform/days";
import { db, inTransaction } from "~/platform/db/index.server";
import { writeToApplicant } from "../letters.server";
import { closeOffer, passOn } from "./offers.server";
import { lockRuns } from "./waiting-list.server";

/**
 * Closes offers nobody answered in time and offers the places to the next in order. Bears running twice.
 * @returns how many offers expired
 */
export async function expireOffers(now: Date): Promise<number> {
  const overdue = { state: "open", answerBy: { lt: now } } as const;
  const runs = await db().placeOffer.findMany({
    where: overdue,
    distinct: ["runId"],
    select: { runId: true },
    orderBy: { runId: "asc" },
  });
  let expired = 0;
  for (const { runId } of runs) expired += await expireOffersOf(runId);
  return expired;

  async function expireOffersOf(runId: string): Promise<number> {
    return inTransaction(async (tx) => {
      await lockRuns(tx, [runId]);
      const offers = await tx.placeOffer.findMany({
        where: { runId, ...overdue },
        orderBy: { answerBy: "asc" },
        include: { application: { select: { accountId: true } }, run: true },
      });
      for (const { application, run, ...offer } of offers) {
        await closeOffer(tx, offer, { state: "expired", by: null, now });
        const news = { town: run.town, startsOn: dateToDay(run.startsOn) };
        const { accountId } = application;
        await writeToApplicant(tx, { accountId, news: "offerExpired", run: news, now });
      }
      if (offers.length > 0) await passOn(tx, runId, { count: offers.length, now });
      return offers.length;
    });
  }
}
