import { daysBetween } from "~/platform/days";

/** Results a trainee has in the final exam; voided ones are not handed in. */
export interface ExamPartResult<Part extends string> {
  part: Part;
  /** `YYYY-MM-DD` */
  heldOn: string;
  passed: boolean;
}

/**
 * True when somebody has begun the final exam and may still finish it: a part was not taken yet, or one that
 * was failed once can be taken again. Who failed for good, or has not begun, leaves nothing open.
 */
export function examUnfinished<Part extends string>(
  required: readonly Part[],
  results: readonly ExamPartResult<Part>[],
  { today, resitWithinDays }: { today: string; resitWithinDays: number },
): boolean {
  if (results.length === 0) return false;
  const parts = required.map((part) => results.filter((result) => result.part === part));
  const lost = parts.some(
    (attempts) => attempts.length > 0 && !passed(attempts) && !canResit(attempts, today, resitWithinDays),
  );
  return !lost && parts.some((attempts) => !passed(attempts));
}

function passed(attempts: readonly { passed: boolean }[]): boolean {
  return attempts.some((attempt) => attempt.passed);
}

/** One resit within so many days of the first attempt (vyhláška 176/2009 Sb. § 4). */
function canResit(attempts: readonly { heldOn: string }[], today: string, withinDays: number): boolean {
  return attempts.length === 1 && daysBetween(attempts[0]!.heldOn, today) <= withinDays;
}
