import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { parseProgrammeSettings } from "../rules/parse-programme-settings";
import {
  defaultProgrammeSettings,
  settingChanges,
  type ProgrammeSettings,
  type SettingChange,
} from "../rules/programme-settings";
import { mayChangeSettings } from "./change-settings.server";

/** One change of the programme's numbers. */
export interface PastChange {
  id: string;
  /** ISO moment. */
  at: string;
  by: string | null;
  reason: string;
  changes: SettingChange[];
}

export interface SettingsView {
  settings: ProgrammeSettings;
  /** The row in force, which a form says it was drawn from; null while the defaults hold. */
  base: string | null;
  /** The newest first. */
  history: PastChange[];
  mayChange: boolean;
}

/** The numbers in force and how they came to be. The permission is checked by the page: they are no secret. */
export async function readSettings(actor: Actor): Promise<SettingsView> {
  const rows = await db().programmeSettings.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const names = await namesOf(rows.map(({ createdById }) => createdById));
  let before = defaultProgrammeSettings;
  const history = rows.map(({ id, settings, reason, createdAt, createdById }): PastChange => {
    const after = parseProgrammeSettings(settings);
    const changes = settingChanges(before, after);
    before = after;
    return { id, at: createdAt.toISOString(), by: names.get(createdById) ?? null, reason, changes };
  });
  return {
    settings: before,
    base: rows.at(-1)?.id ?? null,
    history: history.reverse(),
    mayChange: mayChangeSettings(actor),
  };
}
