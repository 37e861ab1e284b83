import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import { db, inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { afterStep, type ApplicationState } from "../rules/application-states";
import { turnsBefore, type OfferState } from "../rules/recruitment/place-offers";
import {
  applicationDetails,
  applicationIn,
  applicationInclude,
  type ApplicationDetails,
} from "./application-row.server";
import { settleOffersOf } from "./recruitment/offers.server";
import { lockRuns, runWaitedFor, waitingListOf } from "./recruitment/waiting-list.server";

/** A person's own application, as they see it. */
export interface OwnApplication extends Omit<ApplicationDetails, "decisionReason"> {
  id: string;
  version: number;
  state: ApplicationState;
  town: string;
  regionCode: string | null;
  submittedAt: Date;
  decidedAt: Date | null;
  /** Why it was refused; nothing else is ever told. */
  reason: string | null;
  run: { name: string; town: string; startsOn: string } | null;
  /** How many have their turn before, when on a waiting list. */
  ahead: number | null;
  /** The latest offer of a place while waiting. */
  offer: OwnOffer | null;
}

/** A place offered to a person. */
export interface OwnOffer {
  id: string;
  state: OfferState;
  answerBy: Date;
  run: { name: string; town: string; startsOn: string; endsOn: string };
}

/** The latest application of a person, or null. */
export async function ownApplication(actor: Actor): Promise<OwnApplication | null> {
  const row = await db().application.findFirst({
    where: { accountId: actor.accountId },
    orderBy: { submittedAt: "desc" },
    include: applicationInclude,
  });
  if (!row) return null;
  const { decisionReason, ...details } = applicationDetails(row);
  const waiting = row.state === "waiting" && row.runId !== null && row.waitingPosition !== null;
  return {
    ...details,
    id: row.id,
    version: row.version,
    state: row.state,
    town: row.town,
    regionCode: row.regionCode,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    reason: row.state === "rejected" ? decisionReason : null,
    run: row.run && { name: row.run.name, town: row.run.town, startsOn: dateToDay(row.run.startsOn) },
    ahead: waiting ? turnsBefore(await waitingListOf(db(), row.runId!), row.id) : null,
    offer: waiting ? await latestOffer(row.id, row.runId!) : null,
  };
}

async function latestOffer(applicationId: string, runId: string): Promise<OwnOffer | null> {
  const offer = await db().placeOffer.findFirst({
    where: { applicationId, runId },
    orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
    include: { run: { select: { name: true, town: true, startsOn: true, endsOn: true } } },
  });
  if (!offer) return null;
  const { id, state, answerBy, run } = offer;
  const [startsOn, endsOn] = [dateToDay(run.startsOn), dateToDay(run.endsOn)];
  return { id, state, answerBy, run: { ...run, startsOn, endsOn } };
}

/**
 * Takes an own application back; what was recorded about entry conditions and the
 * interview is erased with it, an offered place passes on.
 * @throws AppError notFound, stale, or conflict when it was decided meanwhile
 */
export async function withdrawApplication(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `applicant:${actor.accountId}`);
    await lockRuns(tx, [await runWaitedFor(tx, id)]);
    const row = await applicationIn(tx, actor, "application:create", id);
    if (row.state === "withdrawn") return;
    const state = afterStep(row.state, "withdraw");
    if (!state) throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    const { count } = await tx.application.updateMany({
      where: { id, version },
      data: {
        state,
        waitingPosition: null,
        decidedAt: now,
        interviewNotesSealed: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await settleOffersOf(tx, id, { state: "declined", by: actor.accountId, now });
    await tx.entryCondition.deleteMany({ where: { applicationId: id } });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.withdraw",
      subject: { kind: "application", id },
      at: now,
    });
  });
}
