import { addMonths } from "~/platform/days";

/** How long words of supervision are kept. Nobody has confirmed the lengths: pages say so. */

/** Months after a session for which an excuse is kept: it may speak of health. */
export const reasonKeptMonths = 3;

/** The day on which something about a session is erased. */
export function eraseOn(sessionDay: string, months: number): string {
  return addMonths(sessionDay, months);
}
