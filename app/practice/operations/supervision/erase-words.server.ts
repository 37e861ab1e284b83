import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf, dayToDate } from "~/platform/days";
import { db, inTransaction } from "~/platform/db/index.server";
import { eraseOn } from "../../rules/supervision/retention";
import { supervisionSettings } from "./supervision-settings.server";

/**
 * Erases notes whose day has come. A note written before notes had days gets one first.
 * @returns how many were erased
 */
export async function eraseOldNotes(now: Date): Promise<number> {
  const { noteKeptMonths } = await supervisionSettings();
  const undated = await db().supervisionSession.findMany({
    where: { noteSealed: { not: null }, noteDeleteOn: null },
    select: { id: true, day: true },
  });
  for (const { id, day } of undated)
    await db().supervisionSession.updateMany({
      where: { id, noteDeleteOn: null },
      data: { noteDeleteOn: dayToDate(eraseOn(dateToDay(day), noteKeptMonths)) },
    });
  const today = dayToDate(dayOf(now));
  return inTransaction(async (tx) => {
    const due = await tx.supervisionSession.findMany({
      where: { noteSealed: { not: null }, noteDeleteOn: { lte: today } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    for (const { id } of due) {
      const { count } = await tx.supervisionSession.updateMany({
        where: { id, noteSealed: { not: null }, noteDeleteOn: { lte: today } },
        data: { noteSealed: null, noteDeleteOn: null },
      });
      const subject = { kind: "supervision_session", id };
      if (count > 0) await audit(tx, { actor: null, action: "supervision.note-expired", subject, at: now });
    }
    return due.length;
  });
}

/** Erases reasons of absence whose day has come; that somebody was excused stays. @returns how many */
export async function eraseOldReasons(now: Date): Promise<number> {
  const { count } = await db().supervisionInvitation.updateMany({
    where: { reasonDeleteOn: { lte: dayToDate(dayOf(now)) } },
    data: { reasonSealed: null, reasonDeleteOn: null },
  });
  return count;
}
