import { dayOf, momentsOf } from "~/platform/days";
import type { SupervisionForm } from "../../codes";

/**
 * When a session of supervision can be, and why not. People write the wall clock of Prague; the length is real
 * time. A session ends on the day it begins.
 */

const minuteMs = 60_000;

export interface SessionWhen {
  day: string;
  /** Minutes after midnight. */
  startMinute: number;
  minutes: number;
}

export interface Stretch {
  startsAt: Date;
  endsAt: Date;
}

export interface SessionWish extends SessionWhen {
  form: SupervisionForm;
  /** Most people who can come; null when nobody set it. */
  capacity: number | null;
  /** People invited, or who were there. */
  people: number;
}

export type PlanRefusalCode =
  "clockChange" | "pastMidnight" | "inPast" | "futureDay" | "notOver" | "nobody" | "oneOnly" | "overCapacity";

export interface PlanRefusal {
  code: PlanRefusalCode;
  field: "day" | "from" | "minutes" | "trainee" | "form" | "capacity";
}

/**
 * The moments of a session; of a time that comes twice in autumn the earlier one. Null for a time that was left
 * out in spring.
 */
export function sessionStretch({ day, startMinute, minutes }: SessionWhen): Stretch | null {
  const [startsAt] = momentsOf(day, startMinute);
  return startsAt ? { startsAt, endsAt: new Date(startsAt.getTime() + minutes * minuteMs) } : null;
}

/** Why a session cannot be planned, or (`held`) written down afterwards; null when it can. */
export function sessionRefusal(wish: SessionWish, state: "planned" | "held", now: Date): PlanRefusal | null {
  const stretch = sessionStretch(wish);
  if (!stretch) return { code: "clockChange", field: "from" };
  const { startsAt, endsAt } = stretch;
  if (dayOf(new Date(endsAt.getTime() - 1)) !== wish.day) return { code: "pastMidnight", field: "minutes" };
  if (state === "planned" && startsAt <= now) return { code: "inPast", field: "day" };
  if (state === "held" && wish.day > dayOf(now)) return { code: "futureDay", field: "day" };
  if (state === "held" && endsAt > now) return { code: "notOver", field: "from" };
  if (state === "held" && wish.people === 0) return { code: "nobody", field: "trainee" };
  return peopleRefusal(wish);
}

/** Why so many people do not fit, or null. */
export function peopleRefusal({
  form,
  capacity,
  people,
}: Pick<SessionWish, "form" | "capacity" | "people">): PlanRefusal | null {
  if (form === "individual" && people > 1) return { code: "oneOnly", field: "form" };
  if (capacity !== null && people > capacity) return { code: "overCapacity", field: "capacity" };
  return null;
}

/** Places nobody holds; null without a limit. An individual session has one place. */
export function freePlaces(
  { form, capacity }: Pick<SessionWish, "form" | "capacity">,
  taken: number,
): number | null {
  const places = form === "individual" ? 1 : capacity;
  return places === null ? null : Math.max(0, places - taken);
}

/** True when two stretches share some time. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * Minutes of a session that something else leaves free: whoever was present for no more of it may have been at
 * both.
 */
export function freeMinutes(session: Stretch, others: readonly Stretch[]): number {
  let free = 0;
  let from = session.startsAt.getTime();
  const end = session.endsAt.getTime();
  const busy = others
    .filter((other) => overlaps(session, other))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const { startsAt, endsAt } of busy) {
    free += Math.max(0, startsAt.getTime() - from);
    from = Math.max(from, Math.min(end, endsAt.getTime()));
  }
  return Math.floor((free + Math.max(0, end - from)) / minuteMs);
}
