import { randomUUID } from "node:crypto";
import { seal, unsealNullable } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { presenceChanged, type Presence } from "../../rules/supervision/attendance";
import { invitationPlace } from "../../supervision-places";
import { personSelect, type PersonRow } from "./session-people.server";

/** Somebody of a session as it is written down: the invitation says how it ended, the attendance how long. */
export interface KnownPresence extends PersonRow {
  personId: string;
  invitationId: string | null;
  /** Null until the session is closed. */
  presence: Presence | null;
}

/** Everybody asked to a session or written down at it, by enrolment or mentor. */
export async function presencesOf(tx: Tx, sessionId: string): Promise<Map<string, KnownPresence>> {
  const invitations = await tx.supervisionInvitation.findMany({
    where: { sessionId },
    select: { id: true, state: true, reasonSealed: true, ...personSelect },
  });
  const attendances = await tx.supervisionAttendance.findMany({
    where: { sessionId },
    select: { minutes: true, ...personSelect },
  });
  const known = new Map<string, KnownPresence>();
  for (const { id, state, reasonSealed, ...row } of invitations) {
    const personId = row.enrolmentId ?? row.mentorId;
    if (!personId) continue;
    const reason = unsealNullable(reasonSealed, invitationPlace(id));
    const presence = state === "absent" || state === "excused" ? { state, minutes: 0, reason } : null;
    known.set(personId, { ...row, personId, invitationId: id, presence });
  }
  for (const { minutes, ...row } of attendances) {
    const personId = row.enrolmentId ?? row.mentorId;
    if (!personId) continue;
    const invitationId = known.get(personId)?.invitationId ?? null;
    const presence: Presence = { state: "present", minutes, reason: null };
    known.set(personId, { ...row, personId, invitationId, presence });
  }
  return known;
}

/** Rows of a form that say something else than what is written. */
export function changedPresences<Row extends Presence & { personId: string }>(
  rows: readonly Row[],
  known: ReadonlyMap<string, KnownPresence>,
): Row[] {
  return rows.filter((row) => presenceChanged(known.get(row.personId)?.presence ?? null, row));
}

/** Writes how it ended for one person; the attendance has a row only for those who were there. */
export async function writePresence(
  tx: Tx,
  sessionId: string,
  person: KnownPresence,
  { state, minutes, reason }: Presence,
  { reasonDeleteOn, now }: { reasonDeleteOn: string; now: Date },
): Promise<void> {
  const who = person.enrolmentId ? { enrolmentId: person.enrolmentId } : { mentorId: person.mentorId };
  const invitationId = person.invitationId ?? randomUUID();
  const words = {
    state,
    reasonSealed: reason === null ? null : seal(reason, invitationPlace(invitationId)),
    reasonDeleteOn: reason === null ? null : dayToDate(reasonDeleteOn),
  };
  await tx.supervisionInvitation.upsert({
    where: { id: invitationId },
    create: { id: invitationId, sessionId, ...who, ...words, invitedAt: now },
    update: { ...words, version: { increment: 1 } },
  });
  if (state !== "present") {
    await tx.supervisionAttendance.deleteMany({ where: { sessionId, ...who } });
    return;
  }
  const { count } = await tx.supervisionAttendance.updateMany({
    where: { sessionId, ...who },
    data: { minutes, recordedAt: now },
  });
  if (count === 0)
    await tx.supervisionAttendance.create({
      data: { id: randomUUID(), sessionId, ...who, minutes, recordedAt: now },
    });
}
