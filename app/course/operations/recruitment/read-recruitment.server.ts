import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { runAdmits } from "../../rules/admission";
import {
  freePlaces,
  offerRefusal,
  type OfferRefusal,
  type OfferState,
  type PlacesOfRun,
} from "../../rules/recruitment/place-offers";
import type { TownCount } from "../../rules/recruitment/town-counts";
import { runOf, type RunFacts } from "../runs.server";
import { moveReasonPlace } from "./move-waiting.server";
import { applicationsByTown } from "./towns.server";
import { placesOf, waitingListOf } from "./waiting-list.server";

export interface WaitingReading {
  applicationId: string;
  name: string;
  /** Counted from 1. */
  place: number;
  lastOffer: OfferState | null;
  /** Why no place can be offered now; null when it can, as far as a list may say: nothing about conditions. */
  refusal: OfferRefusal | "runNotOpen" | null;
}

export interface OfferReading {
  id: string;
  applicationId: string;
  name: string;
  state: OfferState;
  offeredAt: Date;
  /** Null when the rule passed the place on. */
  offeredBy: string | null;
  answerBy: Date;
  answeredAt: Date | null;
}

export interface RecruitmentReading {
  run: RunFacts;
  admits: boolean;
  places: PlacesOfRun & { free: number };
  towns: TownCount[];
  waiting: WaitingReading[];
  /** The latest first. */
  offers: OfferReading[];
  moves: {
    id: string;
    name: string;
    fromPlace: number;
    toPlace: number;
    reason: string;
    movedAt: Date;
    by: string;
  }[];
}

const shown = 50;

/** The recruitment of a run for those who decide about applications. @throws AppError notFound */
export async function readRecruitment(actor: Actor, runId: string): Promise<RecruitmentReading> {
  const run = await runOf(actor, "application:decide", runId);
  const places = await placesOf(db(), run);
  const list = await waitingListOf(db(), runId);
  const latest = { where: { runId }, take: shown, include: { application: { select: { accountId: true } } } };
  const offers = await db().placeOffer.findMany({ ...latest, orderBy: { offeredAt: "desc" } });
  const moves = await db().waitingMove.findMany({ ...latest, orderBy: { movedAt: "desc" } });
  const names = await namesOf([
    ...[...list, ...offers.map(({ application }) => application)].map(({ accountId }) => accountId),
    ...moves.flatMap(({ application, movedById }) => [application.accountId, movedById]),
    ...offers.flatMap(({ offeredById }) => offeredById ?? []),
  ]);
  const nameOf = (accountId: string) => names.get(accountId) ?? "–";
  const admits = runAdmits(run.state);
  return {
    run,
    admits,
    places: { ...places, free: freePlaces(places) },
    towns: await applicationsByTown(actor, {
      OR: [{ runId }, { runId: null, state: "submitted", regionCode: run.regionCode }],
    }),
    waiting: list.map((person, index) => ({
      applicationId: person.applicationId,
      name: nameOf(person.accountId),
      place: index + 1,
      lastOffer: person.lastOffer,
      refusal: admits ? offerRefusal(list, { ...person, conditions: "met" }, places) : "runNotOpen",
    })),
    offers: offers.map(({ id, applicationId, application, state, offeredAt, offeredById, ...times }) => ({
      id,
      applicationId,
      name: nameOf(application.accountId),
      state,
      offeredAt,
      offeredBy: offeredById && nameOf(offeredById),
      answerBy: times.answerBy,
      answeredAt: times.answeredAt,
    })),
    moves: moves.map(({ id, application, fromPlace, toPlace, reasonSealed, movedAt, movedById }) => ({
      id,
      name: nameOf(application.accountId),
      fromPlace,
      toPlace,
      reason: unseal(reasonSealed, moveReasonPlace(id)),
      movedAt,
      by: nameOf(movedById),
    })),
  };
}
