import type { Actor } from "~/access/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { admissionRefusal } from "../rules/admission";
import { afterStep } from "../rules/application-states";
import { conditionsState } from "../rules/entry-conditions";
import { turnsBefore } from "../rules/recruitment/place-offers";
import { applicationIn, type ApplicationRow } from "./application-row.server";
import { settleOffersOf } from "./recruitment/offers.server";
import { enrolmentIdOf, takeIn } from "./recruitment/take-in.server";
import { lockRuns, placesOf, runWaitedFor, waitingListOf } from "./recruitment/waiting-list.server";
import { whereRun } from "./scopes.server";

export interface Admission {
  id: string;
  version: number;
  run: string;
  /** Why, for the file; the applicant does not read it. */
  reason?: string;
}

/**
 * Admits an applicant to a run: the place, the role and the letter come together or not at all. Whoever
 * admits to a run waits for the others, so the last place is given once. A place offered to this very
 * person counts as accepted; an offer of another run is taken back and passes on there.
 * @returns id of the enrolment
 * @throws AppError notFound, stale, conflict (decided, full, others wait ...), invalid when the run is not
 *   in the actor's scope
 */
export async function admitApplicant(
  actor: Actor,
  input: Admission,
  { now }: { now: Date },
): Promise<string> {
  return inTransaction(async (tx) => {
    const waitedFor = await runWaitedFor(tx, input.id);
    await lockRuns(tx, [input.run, waitedFor]);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    const run = await runForDecision(tx, actor, input.run);
    if (row.state === "admitted" && row.runId === run.id) return enrolmentIdOf(tx, run.id, row.accountId);
    if (!afterStep(row.state, "admit")) {
      throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    }
    if (row.version !== input.version) throw new AppError("stale");
    await refuseWithoutPlace(tx, row, run);
    const by = actor.accountId;
    await settleOffersOf(tx, row.id, { state: "withdrawn", except: run.id, by, now });
    const { reason } = input;
    return takeIn(tx, { row, run, decidedBy: by, actorId: by, grantedBy: by, reason, now });
  });
}

/** The run of a decision, within the actor's scope. @throws AppError invalid naming the field */
export async function runForDecision(tx: Tx, actor: Actor, runId: string) {
  const run = await tx.courseRun.findFirst({
    where: { AND: [{ id: runId }, whereRun(actor, "application:decide")] },
  });
  if (!run) throw new AppError("invalid", { field: "run", reason: "errors:choose" });
  return run;
}

/** @throws AppError conflict with the reason when the person cannot have a place of the run */
async function refuseWithoutPlace(
  tx: Tx,
  row: ApplicationRow,
  run: Awaited<ReturnType<typeof runForDecision>>,
): Promise<void> {
  const list = await waitingListOf(tx, run.id);
  const offeredToThem = list.some((one) => one.applicationId === row.id && one.lastOffer === "open");
  const { places, taken, offered } = await placesOf(tx, run);
  const refusal = admissionRefusal({
    conditions: conditionsState(row.conditions),
    runState: run.state,
    places,
    taken: taken + offered - (offeredToThem ? 1 : 0),
    waitingAhead: offeredToThem ? 0 : turnsBefore(list, row.id),
  });
  if (!refusal) return;
  const reason =
    refusal === "runFull" && taken < places
      ? "recruitment:refusal.placesOffered"
      : `course:refusal.${refusal}`;
  throw new AppError("conflict", { field: "run", reason });
}
