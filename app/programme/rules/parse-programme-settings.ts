import { z } from "zod";
import { defaultProgrammeSettings, settingLimits, type ProgrammeSettings } from "./programme-settings";

const within = (name: keyof typeof settingLimits) =>
  z.number().int().min(settingLimits[name].min).max(settingLimits[name].max);
const defaults = defaultProgrammeSettings;

const stored = z.object({
  supervisionEveryMonths: within("supervisionEveryMonths").default(defaults.supervisionEveryMonths),
  graceMonths: within("graceMonths").default(defaults.graceMonths),
  experiencedMonths: within("experiencedMonths").default(defaults.experiencedMonths),
  experiencedClosedCases: within("experiencedClosedCases").default(defaults.experiencedClosedCases),
  warnDays: z.tuple([within("warnFirst"), within("warnLast")]).default([...defaults.warnDays]),
  supervisionNoteMonths: within("supervisionNoteMonths").default(defaults.supervisionNoteMonths),
});

/**
 * Reads settings as they are stored; what is missing has its default.
 * @throws ZodError when a value is out of range: such a row was not written by the portal
 */
export function parseProgrammeSettings(row: unknown): ProgrammeSettings {
  return stored.parse(row ?? {});
}
