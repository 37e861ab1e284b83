import { addMonths, ageOn } from "~/platform/days";

/**
 * Conditions of entry: age, a clean criminal record, belonging to the Roma minority. The last two are
 * data under GDPR Art. 10 and Art. 9, so only met / not met is kept, with who attested it and until when.
 */
export const entryConditionKinds = ["age", "criminal_record", "roma_minority"] as const;
export type EntryConditionKind = (typeof entryConditionKinds)[number];

/** Those somebody attests; the age is computed from the birth date. */
export const attestedConditionKinds = ["criminal_record", "roma_minority"] as const;

export interface ConditionRecord {
  kind: EntryConditionKind;
  met: boolean;
}

export type ConditionsState = "met" | "notMet" | "missing";

/** All three must be recorded; one that is not met decides. */
export function conditionsState(records: readonly ConditionRecord[]): ConditionsState {
  if (records.some(({ met }) => !met)) return "notMet";
  const recorded = new Set(records.map(({ kind }) => kind));
  return entryConditionKinds.every((kind) => recorded.has(kind)) ? "met" : "missing";
}

/** Old enough on the day of the application. */
export function isOldEnough(birthDay: string, day: string, minimumAge: number): boolean {
  return ageOn(birthDay, day) >= minimumAge;
}

/** The first day on which somebody is old enough to apply; 29 February becomes 1 March in other years. */
export function mayApplyFrom(birthDay: string, minimumAge: number): string {
  const year = Number(birthDay.slice(0, 4)) + minimumAge;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (birthDay.endsWith("-02-29") && !leap) return `${year}-03-01`;
  return `${year}${birthDay.slice(4)}`;
}

/** The day on which a record attested on a day is erased. */
export function conditionErasedOn(attestedOn: string, keptMonths: number): string {
  return addMonths(attestedOn, keptMonths);
}
