import { programmeSettings } from "~/programme/index.server";
import { db, type Tx } from "~/platform/db/index.server";
import type { WarnDays } from "../../rules/supervision/duty-clock";
import { reasonKeptMonths } from "../../rules/supervision/retention";

/** What the programme's settings say about supervision. */
export interface SupervisionSettings {
  /** Months in which a mentor has supervision at least once. */
  everyMonths: number;
  warnDays: WarnDays;
  /** Months a private note and an excuse are kept: unconfirmed. */
  noteKeptMonths: number;
  reasonKeptMonths: number;
}

/** The settings in force now. */
export async function supervisionSettings(reader: Tx = db()): Promise<SupervisionSettings> {
  const { supervisionEveryMonths, warnDays, supervisionNoteMonths } = await programmeSettings(reader);
  return {
    everyMonths: supervisionEveryMonths,
    warnDays,
    noteKeptMonths: supervisionNoteMonths,
    reasonKeptMonths,
  };
}
