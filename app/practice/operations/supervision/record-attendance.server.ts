import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { presenceRefusal } from "../../rules/supervision/attendance";
import { eraseOn } from "../../rules/supervision/retention";
import { peopleRefusal, sessionStretch } from "../../rules/supervision/session-plan";
import type { AttendanceInput, PresenceRow } from "../../supervision-schema";
import { requireFreePeople } from "./busy-people.server";
import { lockOwnSession, writeSession, type SessionRecord } from "./own-session.server";
import { refused } from "./session-checks.server";
import { supervisionSettings } from "./supervision-settings.server";
import { changedPresences, presencesOf, writePresence, type KnownPresence } from "./write-presences.server";

/**
 * Closes a session that is over: who was there and for how long, who was not, who was excused and why. Later
 * the same form corrects it; every correction is in the audit. Sent again unchanged it does nothing.
 * @throws AppError notFound, stale, conflict for a cancelled session or one that is not over, invalid with the
 *   field when minutes cannot be right, somebody was elsewhere or was certified from it
 */
export async function recordAttendance(
  actor: Actor,
  id: string,
  input: AttendanceInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockOwnSession(tx, actor, id);
    if (session.state === "cancelled")
      throw new AppError("conflict", { reason: "supervision:refusal.cancelled" });
    const day = dateToDay(session.day);
    const stretch = sessionStretch({ ...session, day });
    if (stretch && stretch.endsAt > now)
      throw new AppError("conflict", { reason: "supervision:refusal.notOverYet" });
    const known = await presencesOf(tx, id);
    const rows = checkedRows(session, input, known);
    const changed = changedPresences(rows, known);
    if (session.state === "held" && changed.length === 0) return;
    for (const person of changed.map(({ personId }) => known.get(personId)!.enrolmentId).sort())
      if (person) await lockEnrolment(tx, person);
    await requireNotCertified(tx, session, changed, known);
    const present = changed.filter(({ state }) => state === "present");
    await requireFreePeople(
      tx,
      { id, day, startMinute: session.startMinute, minutes: session.minutes },
      new Map(present.map(({ personId, minutes }) => [personId, minutes])),
      { state: "held", fieldOf: (person) => `minutes-${person}` },
    );
    await writeSession(tx, { id, version: input.version }, { state: "held", heldAt: session.heldAt ?? now });
    const { reasonKeptMonths } = await supervisionSettings(tx);
    const reasonDeleteOn = eraseOn(day, reasonKeptMonths);
    for (const row of changed)
      await writePresence(tx, id, known.get(row.personId)!, row, { reasonDeleteOn, now });
    await audit(tx, {
      actor: actor.accountId,
      action: session.state === "held" ? "supervision.correct" : "supervision.close",
      subject: { kind: "supervision_session", id },
      details: { changes: changed.map((row) => changeOf(known.get(row.personId)!, row)) },
      at: now,
    });
  });
}

/** Rows of people of this session with their minutes; everybody of it has one. @throws AppError invalid, stale */
function checkedRows(
  session: SessionRecord,
  input: AttendanceInput,
  known: ReadonlyMap<string, KnownPresence>,
): PresenceRow[] {
  const rows = input.rows.map((row): PresenceRow => ({
    ...row,
    minutes: row.state === "present" ? (row.minutes ?? session.minutes) : 0,
  }));
  const named = new Set(rows.map(({ personId }) => personId));
  // Somebody was invited since the form was drawn, or it is not a form of this session.
  if (named.size !== known.size || [...known.keys()].some((id) => !named.has(id)))
    throw new AppError("stale");
  for (const row of rows) {
    const code = presenceRefusal(row, session.minutes);
    if (code) throw refused(`minutes-${row.personId}`, code, { minutes: session.minutes });
    const before = known.get(row.personId)?.presence;
    // A reason may have been erased meanwhile; somebody excused anew has to have one.
    const erased = before?.state === "excused" && before.reason === null;
    if (row.state === "excused" && row.reason === null && !erased)
      throw new AppError("invalid", { field: `reason-${row.personId}`, reason: "errors:required" });
  }
  const people = rows.filter(({ state }) => state === "present").length;
  const form = session.form === "individual" ? "individual" : "group";
  const refusal = peopleRefusal({ form, capacity: session.capacity, people });
  if (refusal)
    throw refused("", form === "individual" ? "oneOnly" : "overCapacity", { places: session.capacity ?? 1 });
  return rows;
}

/** What a certificate rests on does not change any more. @throws AppError invalid naming the person */
async function requireNotCertified(
  tx: Tx,
  session: SessionRecord,
  changed: readonly PresenceRow[],
  known: ReadonlyMap<string, KnownPresence>,
): Promise<void> {
  const ids = changed.flatMap(({ personId }) => known.get(personId)!.enrolmentId ?? []);
  if (session.state !== "held" || ids.length === 0) return;
  const certified = await tx.enrolment.findFirst({
    where: { id: { in: ids }, state: "graduated" },
    select: { id: true, accountId: true },
  });
  if (!certified) return;
  const name = (await namesOf([certified.accountId], tx)).get(certified.accountId) ?? "";
  throw refused(`state-${certified.id}`, "certified", { name });
}

function changeOf(before: KnownPresence, after: PresenceRow) {
  const words = (presence: { state: string; minutes: number } | null) =>
    presence ? `${presence.state}:${presence.minutes}` : null;
  return { person: after.personId, from: words(before.presence), to: words(after) };
}
