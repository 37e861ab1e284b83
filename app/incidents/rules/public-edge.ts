import { addDays, daysBetween } from "~/platform/days";

/** Days that must pass before an incident may be counted in public. */
export const publicAfterDays = 30;

/**
 * The last day the public map speaks about: the end of the last whole month that ended more than 30 days ago.
 * It moves once a month, so looking every day and subtracting tells nothing about a single day.
 */
export function publicEdge(today: string): string {
  let edge = addDays(`${today.slice(0, 7)}-01`, -1);
  // After a short February even the month before the last may not be old enough.
  while (daysBetween(edge, today) <= publicAfterDays) edge = addDays(`${edge.slice(0, 7)}-01`, -1);
  return edge;
}
