/**
 * Numbers of the whole programme that belong to no run. They hold from the day they were saved: what somebody's
 * standing was on a day follows from the numbers of that day, so that a change rewrites nobody's past.
 */
export interface ProgrammeSettings {
  /** A certified mentor meets a supervisor at least once in so many months. */
  supervisionEveryMonths: number;
  /** Months after the deadline in which an overdue mentor is lapsing, not lapsed yet: unconfirmed. */
  graceMonths: number;
  /** Who is experienced enough for clients of social curators: months since certification, cases brought to an end. */
  experiencedMonths: number;
  experiencedClosedCases: number;
  /** Days before a deadline on which it is reminded of, the earlier reminder first. */
  warnDays: readonly [first: number, last: number];
  /** Months a supervisor's own note on a session is kept: unconfirmed. */
  supervisionNoteMonths: number;
}

export const defaultProgrammeSettings: ProgrammeSettings = {
  supervisionEveryMonths: 2,
  graceMonths: 1,
  experiencedMonths: 12,
  experiencedClosedCases: 5,
  warnDays: [14, 3],
  supervisionNoteMonths: 12,
};

/** The numbers as rows of a form and of a history: a list has a row for each of its members. */
export const settingNames = [
  "supervisionEveryMonths",
  "graceMonths",
  "experiencedMonths",
  "experiencedClosedCases",
  "warnFirst",
  "warnLast",
  "supervisionNoteMonths",
] as const;

export type SettingName = (typeof settingNames)[number];

/** Smallest and largest value of each. */
export const settingLimits: Record<SettingName, { min: number; max: number }> = {
  supervisionEveryMonths: { min: 1, max: 12 },
  graceMonths: { min: 0, max: 12 },
  experiencedMonths: { min: 0, max: 60 },
  experiencedClosedCases: { min: 0, max: 50 },
  warnFirst: { min: 2, max: 60 },
  warnLast: { min: 1, max: 59 },
  supervisionNoteMonths: { min: 1, max: 120 },
};

/** Longest reason of a change, in characters. */
export const settingsReasonLength = 600;

/** Values nobody has confirmed: pages that show them say so. */
export const unconfirmedSettings: readonly SettingName[] = ["graceMonths", "supervisionNoteMonths"];

/** The settings as one flat row. */
export function settingValues(settings: ProgrammeSettings): Record<SettingName, number> {
  const { warnDays, ...rest } = settings;
  return { ...rest, warnFirst: warnDays[0], warnLast: warnDays[1] };
}

/** The other way round. */
export function settingsFromValues(values: Record<SettingName, number>): ProgrammeSettings {
  const { warnFirst, warnLast, ...rest } = values;
  return { ...rest, warnDays: [warnFirst, warnLast] };
}

/** One number that is not what it was. */
export interface SettingChange {
  name: SettingName;
  from: number;
  to: number;
}

/** What a change of settings changed, in the order of the form. */
export function settingChanges(before: ProgrammeSettings, after: ProgrammeSettings): SettingChange[] {
  const [was, is] = [settingValues(before), settingValues(after)];
  return settingNames.flatMap((name) =>
    was[name] === is[name] ? [] : [{ name, from: was[name], to: is[name] }],
  );
}

/** Settings and the day from which they hold, the oldest first; before the first one the defaults hold. */
export type SettingsTimeline = readonly { from: string; settings: ProgrammeSettings }[];

/** The settings in force on a day; of several saved on one day the last. */
export function settingsOn(timeline: SettingsTimeline, day: string): ProgrammeSettings {
  let inForce = defaultProgrammeSettings;
  for (const { from, settings } of timeline) {
    if (from > day) break;
    inForce = settings;
  }
  return inForce;
}
