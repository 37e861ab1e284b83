import type { ActivityKind } from "~/practice/index";
import type { RunSettings } from "../run-settings";

/** Settings of a run as a coordinator writes them: hours and percent instead of minutes and shares. */
export interface SettingsFields {
  theoryHours: number;
  practiceHours: number;
  teachingHour: number;
  practiceHour: number;
  passMark: number;
  testAttempts: number;
  testCoolingOffHours: number;
  moduleTestQuestions: number;
  practiceGatePercent: number;
  maxPracticeHoursPerDay: number;
  maxTeachingHoursPerDay: number;
  supervisionPerMonth: number;
  examAdmissionPercent: number;
  examBasis: RunSettings["examBasis"];
  examParts: RunSettings["examParts"];
  resitWithinDays: number;
  substituteWithinDays: number;
  excuseWorkingDays: number;
  presenceConfirmation: RunSettings["presenceConfirmation"];
  /** Entries of each activity the plan asks for; those it does not name it asks for none. */
  practicePlan: RunSettings["practicePlan"];
  offerDays: number;
  inactivityWeeks: number;
}

/** Numbers among the fields with their limits; the form, its check and the list of facts read this one table. */
export const settingsLimits = {
  theoryHours: [1, 200],
  practiceHours: [1, 200],
  teachingHour: [30, 90],
  practiceHour: [30, 90],
  passMark: [1, 100],
  testAttempts: [1, 20],
  testCoolingOffHours: [0, 720],
  moduleTestQuestions: [1, 60],
  practiceGatePercent: [0, 100],
  maxPracticeHoursPerDay: [1, 24],
  maxTeachingHoursPerDay: [1, 16],
  supervisionPerMonth: [0, 10],
  examAdmissionPercent: [0, 100],
  resitWithinDays: [0, 365],
  substituteWithinDays: [0, 365],
  excuseWorkingDays: [0, 30],
  offerDays: [1, 30],
  inactivityWeeks: [1, 26],
} as const satisfies Record<
  Exclude<keyof SettingsFields, "examBasis" | "examParts" | "presenceConfirmation" | "practicePlan">,
  readonly [number, number]
>;

/** Most entries of one activity a plan can ask for. */
export const mostPlanned = 100;

/** Form field that holds how many entries of an activity the plan asks for. */
export const planField = (activity: ActivityKind) => `plan_${activity}` as const;

export type SettingsNumber = keyof typeof settingsLimits;

/** Groups of the form, in its order. */
export const settingsGroups = {
  hours: ["theoryHours", "teachingHour", "practiceHours", "practiceHour", "maxTeachingHoursPerDay"],
  tests: ["passMark", "testAttempts", "testCoolingOffHours", "moduleTestQuestions"],
  practice: ["practiceGatePercent", "maxPracticeHoursPerDay", "supervisionPerMonth"],
  exam: ["examAdmissionPercent", "resitWithinDays", "substituteWithinDays", "excuseWorkingDays"],
  run: ["offerDays", "inactivityWeeks"],
} as const satisfies Record<string, readonly SettingsNumber[]>;

export function fieldsOfSettings(settings: RunSettings): SettingsFields {
  const { theoryMinutes, practiceMinutes, practiceGateTheoryShare, maxPracticeMinutesPerDay } = settings;
  return {
    theoryHours: Math.round(theoryMinutes / settings.teachingHour),
    practiceHours: Math.round(practiceMinutes / settings.practiceHour),
    teachingHour: settings.teachingHour,
    practiceHour: settings.practiceHour,
    passMark: settings.passMark,
    testAttempts: settings.testAttempts,
    testCoolingOffHours: settings.testCoolingOffHours,
    moduleTestQuestions: settings.moduleTestQuestions,
    practiceGatePercent: Math.round(practiceGateTheoryShare * 100),
    maxPracticeHoursPerDay: Math.round(maxPracticeMinutesPerDay / 60),
    maxTeachingHoursPerDay: settings.maxTeachingHoursPerDay,
    supervisionPerMonth: settings.supervisionPerMonth,
    examAdmissionPercent: Math.round(settings.examAdmissionShare * 100),
    examBasis: settings.examBasis,
    examParts: settings.examParts,
    resitWithinDays: settings.resitWithinDays,
    substituteWithinDays: settings.substituteWithinDays,
    excuseWorkingDays: settings.excuseWorkingDays,
    presenceConfirmation: settings.presenceConfirmation,
    practicePlan: settings.practicePlan,
    offerDays: settings.offerDays,
    inactivityWeeks: settings.inactivityWeeks,
  };
}

/** The settings with what was written; what the form does not hold stays. */
export function settingsOfFields(before: RunSettings, fields: SettingsFields): RunSettings {
  const {
    theoryHours,
    practiceHours,
    practiceGatePercent,
    maxPracticeHoursPerDay,
    examAdmissionPercent,
    ...rest
  } = fields;
  return {
    ...before,
    ...rest,
    theoryMinutes: theoryHours * rest.teachingHour,
    practiceMinutes: practiceHours * rest.practiceHour,
    practiceGateTheoryShare: practiceGatePercent / 100,
    maxPracticeMinutesPerDay: maxPracticeHoursPerDay * 60,
    examAdmissionShare: examAdmissionPercent / 100,
  };
}
