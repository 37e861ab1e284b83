import fc from "fast-check";
import { addDays } from "~/platform/days";

/** Days and exemptions of a year around a leap day, for properties of the clocks. */

export const firstDay = "2028-01-01";

export const day = fc.integer({ min: 0, max: 365 }).map((count) => addDays(firstDay, count));

export const days = fc.array(day, { maxLength: 10 });

export const exemptions = fc.array(
  fc
    .tuple(day, fc.integer({ min: 0, max: 70 }))
    .map(([fromDay, length]) => ({ fromDay, toDay: addDays(fromDay, length) })),
  { maxLength: 4 },
);
