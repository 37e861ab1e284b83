import { addDays, dayToDate } from "~/platform/days";
import type { ExamPart } from "../codes";

/** One result of one part; voided ones are not handed in. */
export interface ExamResultFact {
  part: ExamPart;
  heldOn: string;
  passed: boolean;
}

export type ExamRefusalCode = "alreadyPassed" | "resitUsed" | "resitTooLate" | "resitSameDay";

export interface ExamRefusal {
  code: ExamRefusalCode;
  values: Record<string, string | number>;
}

/** Parts that were passed, at whichever attempt. */
export function passedParts(results: readonly ExamResultFact[]): ExamPart[] {
  return [...new Set(results.filter(({ passed }) => passed).map(({ part }) => part))];
}

/** The day the last of the required parts was passed; null while one is missing. */
export function examPassedOn(
  results: readonly ExamResultFact[],
  required: readonly ExamPart[],
): string | null {
  const days = required.map((part) => firstPass(results, part));
  return days.every((day) => day !== null) ? (days.sort().at(-1) ?? null) : null;
}

/** Why a part cannot be examined (again) on a day, or null: one resit, within so many days. */
export function attemptRefusal(
  part: ExamPart,
  day: string,
  results: readonly ExamResultFact[],
  resitWithinDays: number,
): ExamRefusal | null {
  const earlier = results.filter((result) => result.part === part);
  if (earlier.some(({ passed }) => passed)) return { code: "alreadyPassed", values: {} };
  if (earlier.length >= 2) return { code: "resitUsed", values: {} };
  const first = earlier[0];
  if (!first) return null;
  if (day <= first.heldOn)
    return { code: "resitSameDay", values: { day: dayToDate(first.heldOn).getTime() } };
  const last = addDays(first.heldOn, resitWithinDays);
  if (day > last) return { code: "resitTooLate", values: { day: dayToDate(last).getTime() } };
  return null;
}

function firstPass(results: readonly ExamResultFact[], part: ExamPart): string | null {
  return (
    results
      .filter((result) => result.part === part && result.passed)
      .map(({ heldOn }) => heldOn)
      .sort()[0] ?? null
  );
}
