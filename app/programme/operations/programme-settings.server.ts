import { dayOf } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import { parseProgrammeSettings } from "../rules/parse-programme-settings";
import {
  defaultProgrammeSettings,
  type ProgrammeSettings,
  type SettingsTimeline,
} from "../rules/programme-settings";

type Reader = Pick<Tx, "programmeSettings">;

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** The settings in force now: the newest row, or the defaults while nobody changed anything. */
export async function programmeSettings(reader: Reader = db()): Promise<ProgrammeSettings> {
  const newest = await reader.programmeSettings.findFirst({
    orderBy: [...newestFirst],
    select: { settings: true },
  });
  return newest ? parseProgrammeSettings(newest.settings) : defaultProgrammeSettings;
}

/** Settings of all times with the day each began to hold, for rules that look back. */
export async function settingsTimeline(reader: Reader = db()): Promise<SettingsTimeline> {
  const rows = await reader.programmeSettings.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { settings: true, createdAt: true },
  });
  return rows.map(({ settings, createdAt }) => ({
    from: dayOf(createdAt),
    settings: parseProgrammeSettings(settings),
  }));
}
