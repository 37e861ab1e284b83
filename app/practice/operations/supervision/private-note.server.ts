import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dateToDay, dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { sessionPlace } from "../../places";
import { eraseOn } from "../../rules/supervision/retention";
import { lockOwnSession, writeSession } from "./own-session.server";
import { supervisionSettings } from "./supervision-settings.server";

/**
 * Writes the note of a session the actor leads. It opens for the actor alone and goes on a day of its own.
 * @throws AppError notFound, stale
 */
export async function writeNote(
  actor: Actor,
  id: string,
  input: { version: number; note: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockOwnSession(tx, actor, id);
    const { noteKeptMonths } = await supervisionSettings(tx);
    await writeSession(
      tx,
      { id, version: input.version },
      {
        noteSealed: seal(input.note, sessionPlace(id)),
        noteDeleteOn: dayToDate(eraseOn(dateToDay(session.day), noteKeptMonths)),
      },
    );
    const subject = { kind: "supervision_session", id };
    await audit(tx, { actor: actor.accountId, action: "supervision.note", subject, at: now });
  });
}

/** Erases the note before its day. Sent again it changes nothing. @throws AppError notFound, stale */
export async function eraseNote(
  actor: Actor,
  id: string,
  input: { version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockOwnSession(tx, actor, id);
    if (session.noteSealed === null) return;
    await writeSession(tx, { id, version: input.version }, { noteSealed: null, noteDeleteOn: null });
    const subject = { kind: "supervision_session", id };
    await audit(tx, { actor: actor.accountId, action: "supervision.note-erased", subject, at: now });
  });
}
