import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { lockEnrolment } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { SupervisionForm } from "../../codes";
import { sessionPlace } from "../../places";
import { eraseOn } from "../../rules/supervision/retention";
import type { SupervisionPlaceKind } from "../../supervision-codes";
import { requireFreePeople } from "./busy-people.server";
import { lockSession, lockSupervisor } from "./own-session.server";
import { checkSession } from "./session-checks.server";
import { countPeople, distinctPeople, invitationRows, requirePeople } from "./session-people.server";
import { supervisionSettings } from "./supervision-settings.server";

export interface RecordSupervisionInput {
  id: string;
  runId: string | null;
  day: string;
  /** Minutes after midnight. */
  startMinute: number;
  minutes: number;
  place?: SupervisionPlaceKind;
  town: string;
  form: SupervisionForm;
  /** Enrolments of trainees who were there. */
  traineeIds: readonly string[];
  mentorIds: readonly string[];
  /** For the supervisor alone. */
  note: string | null;
}

/**
 * Writes down a session the actor led without having planned it, and who was there for all of it.
 * @throws AppError invalid with the reason, notFound when somebody is outside the actor's regions, conflict
 */
export async function recordSupervision(
  actor: Actor,
  input: RecordSupervisionInput,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { id, runId, day, startMinute, minutes, form } = input;
  const people = distinctPeople(input);
  return inTransaction(async (tx) => {
    await lockSupervisor(tx, actor.accountId);
    await lockSession(tx, id);
    const earlier = await tx.supervisionSession.findUnique({ where: { id } });
    if (earlier && earlier.supervisorId !== actor.accountId) throw new AppError("conflict");
    if (earlier) return { id };
    const when = { day, startMinute, minutes };
    const session = { id, supervisorId: actor.accountId, form, ...when };
    await checkSession(tx, { ...session, capacity: null, people: countPeople(people) }, "held", now);
    await requirePeople(tx, actor, runId, people);
    for (const enrolmentId of [...people.traineeIds].sort()) await lockEnrolment(tx, enrolmentId);
    const all = [...people.traineeIds, ...people.mentorIds];
    await requireFreePeople(tx, { id, ...when }, new Map(all.map((person) => [person, minutes])), {
      state: "held",
      fieldOf: (person) => (people.traineeIds.includes(person) ? "trainee" : "mentor"),
    });
    const { noteKeptMonths } = await supervisionSettings(tx);
    await tx.supervisionSession.create({
      data: {
        ...session,
        day: dayToDate(day),
        runId,
        state: "held",
        place: input.place ?? "in_person",
        town: input.place === "video" ? "" : input.town,
        capacity: form === "individual" ? 1 : null,
        noteSealed: sealNullable(input.note, sessionPlace(id)),
        noteDeleteOn: input.note === null ? null : dayToDate(eraseOn(day, noteKeptMonths)),
        createdAt: now,
        createdById: actor.accountId,
        heldAt: now,
      },
    });
    const invitations = invitationRows(people, { sessionId: id, state: "present", invitedAt: now });
    await tx.supervisionInvitation.createMany({ data: invitations });
    await tx.supervisionAttendance.createMany({
      data: invitations.map(({ enrolmentId, mentorId }) => ({
        id: randomUUID(),
        sessionId: id,
        enrolmentId,
        mentorId,
        minutes,
        recordedAt: now,
      })),
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "supervision.record",
      subject: { kind: "supervision_session", id },
      details: { runId, trainees: people.traineeIds.length, mentors: people.mentorIds.length },
      at: now,
    });
    return { id };
  });
}
