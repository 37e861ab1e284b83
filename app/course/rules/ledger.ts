import { programmeDefaults, type RunSettings } from "./run-settings";

/**
 * The hour ledger: entries are only ever added, in whole minutes; a mistake is put right by a
 * counter-entry. Sums are computed, never stored.
 */

export type HourUnit = "theory" | "practice";

export interface LedgerLine {
  unit: HourUnit;
  minutes: number;
}

export interface LedgerSums {
  theoryMinutes: number;
  practiceMinutes: number;
}

/** Version of the rules by which minutes are credited; kept with every entry. */
export const ledgerRuleVersion = 1;

/** Adds entries up by unit. */
export function sumLedger(lines: Iterable<LedgerLine>): LedgerSums {
  const sums: LedgerSums = { theoryMinutes: 0, practiceMinutes: 0 };
  for (const { unit, minutes } of lines) {
    if (!Number.isInteger(minutes)) throw new RangeError(`Minutes are whole numbers: ${minutes}`);
    if (unit === "theory") sums.theoryMinutes += minutes;
    else sums.practiceMinutes += minutes;
  }
  return sums;
}

/** Minutes of theory as teaching hours: 2700 → 60. */
export function teachingHours(
  minutes: number,
  settings: Pick<RunSettings, "teachingHour"> = programmeDefaults,
) {
  return minutes / settings.teachingHour;
}

/** Minutes of practice as hours: 2400 → 40. */
export function practiceHours(
  minutes: number,
  settings: Pick<RunSettings, "practiceHour"> = programmeDefaults,
) {
  return minutes / settings.practiceHour;
}

export function theoryMissing(sums: LedgerSums, settings: RunSettings): number {
  return Math.max(0, settings.theoryMinutes - sums.theoryMinutes);
}

export function practiceMissing(sums: LedgerSums, settings: RunSettings): number {
  return Math.max(0, settings.practiceMinutes - sums.practiceMinutes);
}

/** Practice may begin once the run's share of the theory is credited. */
export function practiceGateOpen(sums: LedgerSums, settings: RunSettings): boolean {
  return sums.theoryMinutes >= settings.theoryMinutes * settings.practiceGateTheoryShare;
}

/**
 * Minutes that may be credited in a module: no module counts for more than it has, however many ways
 * (online, in person) it was studied.
 */
export function creditableMinutes(wanted: number, credited: number, moduleMinutes: number): number {
  return Math.max(0, Math.min(wanted, moduleMinutes - credited));
}

/** Source keys: one credit per source and trainee. */
export const lessonSourceKey = (lessonId: string) => `lesson:${lessonId}`;
export const sessionSourceKey = (sessionId: string) => `session:${sessionId}`;
export const practiceSourceKey = (entryId: string) => `practice:${entryId}`;
export const adjustmentSourceKey = (adjustmentId: string) => `adjustment:${adjustmentId}`;
export const reversalSourceKey = (ledgerEntryId: string) => `reversal:${ledgerEntryId}`;

/** The entry that takes another one back, whole. A reversal itself cannot be taken back. */
export function counterEntry<Entry extends LedgerLine & { id: string; kind: string }>(entry: Entry) {
  if (entry.kind === "correction")
    throw new RangeError("A correction is not corrected: credit anew instead.");
  return {
    unit: entry.unit,
    kind: "correction" as const,
    minutes: -entry.minutes,
    sourceKey: reversalSourceKey(entry.id),
  };
}

/** Why a correction by minutes cannot be made: a module would end below nothing or above its hours. */
export type AdjustmentRefusal =
  { reason: "adjustNothing" } | { reason: "adjustBelow" | "adjustAbove"; minutes: number };

/**
 * Checks a correction by minutes in a module; `minutes` in the refusal is the most that could be taken or added.
 * @returns null when it may be made
 */
export function adjustmentRefusal(
  minutes: number,
  credited: number,
  moduleMinutes: number,
): AdjustmentRefusal | null {
  if (!Number.isInteger(minutes) || minutes === 0) return { reason: "adjustNothing" };
  if (credited + minutes < 0) return { reason: "adjustBelow", minutes: credited };
  if (minutes > 0 && credited + minutes > moduleMinutes) {
    return { reason: "adjustAbove", minutes: Math.max(0, moduleMinutes - credited) };
  }
  return null;
}

/** Hours of teaching in person are put right where attendance is, never entry by entry. */
export function followsAttendance(kind: string): boolean {
  return kind === "in_person_session" || kind === "make_up";
}
