import { momentsOf } from "~/platform/days";

/**
 * How long something really took, when people write down wall-clock times. On the nights when clocks
 * change that is not the difference of the two times. Europe/Prague.
 */

const minuteMs = 60_000;

/**
 * Whole minutes between two wall-clock times of one day; null when one of them did not exist that night.
 * A time that came twice is taken so that the result is the shorter one: nobody is credited an hour that
 * may not have happened.
 */
export function elapsedMinutes(day: string, startMinute: number, endMinute: number): number | null {
  const starts = momentsOf(day, startMinute);
  const ends = endMoments(day, endMinute);
  const lengths = starts
    .flatMap((start) => ends.map((end) => (end.getTime() - start.getTime()) / minuteMs))
    .filter((length) => length > 0);
  return lengths.length > 0 ? Math.min(...lengths) : null;
}

/** The same, but something may end exactly at the moment when the clock jumps. */
function endMoments(day: string, minute: number): Date[] {
  const moments = momentsOf(day, minute);
  if (moments.length > 0 || minute === 0) return moments;
  return momentsOf(day, minute - 1).map((moment) => new Date(moment.getTime() + minuteMs));
}
