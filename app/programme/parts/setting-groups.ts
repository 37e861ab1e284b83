import type { SettingName } from "../rules/programme-settings";

/** The numbers by what they are about; the names are texts `mentors:settings.<group>`. */
export const settingGroups = [
  { group: "supervision", names: ["supervisionEveryMonths", "graceMonths"] },
  { group: "experience", names: ["experiencedMonths", "experiencedClosedCases"] },
  { group: "warnings", names: ["warnFirst", "warnLast"] },
  { group: "notes", names: ["supervisionNoteMonths"] },
] as const satisfies { group: string; names: readonly SettingName[] }[];
