/** What decides the first day of a mentor's work on a case. */
export interface WorkStartFacts {
  /** The first day as recorded so far; null when work has not begun. */
  recorded: string | null;
  /** Days of the activities that begin work (all but cancelled ones). */
  activityDays: readonly string[];
  /** The day an activity had before it was corrected; null when nothing was corrected. */
  correctedDay: string | null;
  /** Day of the first evaluation of the case; null when there is none. */
  firstEvaluatedOn: string | null;
}

/**
 * The first day of work after an activity was logged or corrected. It moves back to an earlier activity, and
 * forward only when the activity that began the work was corrected, never past an evaluation.
 */
export function workStart({
  recorded,
  activityDays,
  correctedDay,
  firstEvaluatedOn,
}: WorkStartFacts): string | null {
  const first = activityDays.length === 0 ? null : activityDays.reduce((a, b) => (a < b ? a : b));
  if (recorded === null) return first;
  if (correctedDay !== recorded) return first !== null && first < recorded ? first : recorded;
  const hides = firstEvaluatedOn !== null && (first === null || first > firstEvaluatedOn);
  return hides ? recorded : first;
}
