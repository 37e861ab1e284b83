import type { ConditionsState } from "../entry-conditions";

/**
 * A freed place is offered to the people who wait, in their order. An open offer keeps its place, so
 * trainees and open offers together never exceed the places of a run.
 */
export const offerStates = ["open", "accepted", "declined", "expired", "withdrawn"] as const;
export type OfferState = (typeof offerStates)[number];

/** Somebody on the waiting list of a run. */
export interface WaitingPerson {
  applicationId: string;
  /** Order on the list; grows, may have gaps. */
  position: number;
  conditions: ConditionsState;
  /** State of the latest offer of a place of this run; null when there was none. */
  lastOffer: OfferState | null;
}

export interface PlacesOfRun {
  places: number;
  /** Trainees who hold a place. */
  taken: number;
  /** Offers that wait for an answer. */
  offered: number;
}

/** Places nobody holds and nobody was offered. */
export function freePlaces({ places, taken, offered }: PlacesOfRun): number {
  return Math.max(0, places - taken - offered);
}

/**
 * Those whose turn is still to come, in order. Who let an offer pass or declined it keeps the position, but
 * the turn has gone by: a coordinator may offer again by hand.
 */
export function inTurn(list: readonly WaitingPerson[]): WaitingPerson[] {
  return list.filter(({ lastOffer }) => lastOffer === null).sort((a, b) => a.position - b.position);
}

/** How many have their turn before a person; all of them before somebody whose turn has gone by. */
export function turnsBefore(list: readonly WaitingPerson[], applicationId: string): number {
  const turns = inTurn(list);
  const index = turns.findIndex((person) => person.applicationId === applicationId);
  return index === -1 ? turns.length : index;
}

/**
 * Whom to offer freed places, at most `count`. Nobody is overtaken: a place is kept for somebody whose
 * entry conditions are not recorded yet, until a coordinator has dealt with them.
 */
export function nextToOffer(list: readonly WaitingPerson[], places: PlacesOfRun, count: number): string[] {
  return inTurn(list)
    .slice(0, freePlaces(places))
    .filter(({ conditions }) => conditions === "met")
    .slice(0, count)
    .map(({ applicationId }) => applicationId);
}

export type OfferRefusal =
  "offerOpen" | "noFreePlace" | "othersWait" | "conditionsMissing" | "conditionsNotMet";

/** Why a place cannot be offered to somebody on the list by hand, or null. */
export function offerRefusal(
  list: readonly WaitingPerson[],
  person: WaitingPerson,
  places: PlacesOfRun,
): OfferRefusal | null {
  if (person.lastOffer === "open") return "offerOpen";
  if (person.conditions === "notMet") return "conditionsNotMet";
  if (person.conditions === "missing") return "conditionsMissing";
  const free = freePlaces(places);
  if (free === 0) return "noFreePlace";
  return turnsBefore(list, person.applicationId) >= free ? "othersWait" : null;
}

export type AnswerRefusal = "offerAnswered" | "offerExpired" | "offerWithdrawn";

/** Why an offer can no longer be answered, or null. The last moment of the deadline is still in time. */
export function answerRefusal(offer: { state: OfferState; answerBy: Date }, now: Date): AnswerRefusal | null {
  if (offer.state === "withdrawn") return "offerWithdrawn";
  if (offer.state === "expired") return "offerExpired";
  if (offer.state !== "open") return "offerAnswered";
  return isOverdue(offer, now) ? "offerExpired" : null;
}

export function isOverdue({ answerBy }: { answerBy: Date }, now: Date): boolean {
  return answerBy.getTime() < now.getTime();
}

/** Until when an offer waits for an answer: so many times 24 hours. */
export function offerDeadline(offeredAt: Date, offerDays: number): Date {
  return new Date(offeredAt.getTime() + offerDays * 86_400_000);
}
