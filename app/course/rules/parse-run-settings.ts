import { z } from "zod";
import { programmeDefaults, type RunSettings } from "./run-settings";

const minutes = z.number().int().min(1);
const share = z.number().min(0).max(1);
const defaults = programmeDefaults;

const schema = z.object({
  version: z.literal(1).default(1),
  theoryMinutes: minutes.default(defaults.theoryMinutes),
  practiceMinutes: minutes.default(defaults.practiceMinutes),
  teachingHour: minutes.default(defaults.teachingHour),
  practiceHour: minutes.default(defaults.practiceHour),
  places: z.number().int().min(1).max(60).default(defaults.places),
  goal: z.number().int().min(0).max(60).default(defaults.goal),
  passMark: z.number().int().min(1).max(100).default(defaults.passMark),
  practiceGateTheoryShare: share.default(defaults.practiceGateTheoryShare),
  maxPracticeMinutesPerDay: minutes.max(1440).default(defaults.maxPracticeMinutesPerDay),
  maxTeachingHoursPerDay: z.number().int().min(1).max(16).default(defaults.maxTeachingHoursPerDay),
  supervisionPerMonth: z.number().int().min(0).default(defaults.supervisionPerMonth),
  examAdmissionShare: share.default(defaults.examAdmissionShare),
  examBasis: z.enum(["minutes", "teachingHours"]).default(defaults.examBasis),
  examParts: z
    .array(z.enum(["written", "oral", "practical"]))
    .min(2)
    .default(defaults.examParts),
  resitWithinDays: z.number().int().min(0).default(defaults.resitWithinDays),
  substituteWithinDays: z.number().int().min(0).max(365).default(defaults.substituteWithinDays),
  excuseWorkingDays: z.number().int().min(0).max(30).default(defaults.excuseWorkingDays),
  // Runs planned before there were guides and plans go on as they began.
  practicePlan: z.record(z.string(), z.number().int().min(0).max(100)).default({}),
  presenceConfirmation: z.enum(["required", "optional"]).default("optional"),
  minimumAge: z.number().int().min(15).default(defaults.minimumAge),
  conditionsKeptMonths: z.number().int().min(1).max(36).default(defaults.conditionsKeptMonths),
  testAttempts: z.number().int().min(1).max(20).default(defaults.testAttempts),
  testCoolingOffHours: z.number().int().min(0).max(720).default(defaults.testCoolingOffHours),
  moduleTestQuestions: z.number().int().min(1).max(60).default(defaults.moduleTestQuestions),
  offerDays: z.number().int().min(1).max(30).default(defaults.offerDays),
  inactivityWeeks: z.number().int().min(1).max(26).default(defaults.inactivityWeeks),
});

/**
 * Reads the settings kept with a run; what is missing has the programme's value.
 * @throws ZodError when a value is out of range: such a row was not written by the portal
 */
export function parseRunSettings(stored: unknown): RunSettings {
  return schema.parse(stored ?? {});
}
