import { isDay } from "~/platform/days";
import type { Period } from "./counting";

/** The whole calendar year of a day. */
export function yearOf(day: string): Period {
  const year = day.slice(0, 4);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A period as asked for; null when it is not one. */
export function readPeriod(from: string | null, to: string | null): Period | null {
  if (from === null || to === null || !isDay(from) || !isDay(to) || from > to) return null;
  return { from, to };
}
