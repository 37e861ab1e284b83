/**
 * Measured reading: how long a lesson was visible in the active tab. It is shown beside what the trainee
 * declares and what is credited, and never becomes a credit by itself.
 */

/** The page tells of itself this often while it is being read. */
export const beatSeconds = 60;

/** The most one beat may claim: a little over the interval, because timers of a phone are late. */
export const longestBeat = 90;

/** Somebody who has not moved, scrolled or typed for so long is not reading. */
export const idleAfterSeconds = 180;

export interface Beat {
  /** Seconds the page says were read up to now. */
  claimed: number;
  now: Date;
  /** When this lesson was opened first, by the portal's clock; null before. */
  openedAt: Date | null;
  /** The moment up to which the trainee's reading was counted, in any lesson and on any device. */
  countedUntil: Date | null;
}

/**
 * Whole seconds a beat adds. Time is counted once, however many tabs and devices tell of it, and none is
 * counted before the lesson was opened.
 */
export function countedSeconds({ claimed, now, openedAt, countedUntil }: Beat): number {
  const since = Math.max(openedAt?.getTime() ?? now.getTime(), countedUntil?.getTime() ?? 0);
  const free = Math.floor((now.getTime() - since) / 1000);
  return Math.max(0, Math.min(Math.floor(claimed), longestBeat, free));
}

/** Measured seconds as whole minutes, rounded to the nearest. */
export function measuredMinutes(seconds: number): number {
  return Math.round(seconds / 60);
}
