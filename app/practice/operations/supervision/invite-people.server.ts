import type { Actor } from "~/access/index.server";
import { addressesOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { peopleRefusal, sessionStretch } from "../../rules/supervision/session-plan";
import { placeHolding } from "../../supervision-codes";
import { requireFreePeople } from "./busy-people.server";
import { placeHolders } from "./change-session.server";
import { sendSessionLetter, writeAboutSession } from "./letters.server";
import { lockPlannedSession, type SessionRecord } from "./own-session.server";
import { refused } from "./session-checks.server";
import {
  countPeople,
  distinctPeople,
  invitationRows,
  personOf,
  personSelect,
  requirePeople,
  type SessionPeople,
} from "./session-people.server";

/**
 * Invites more people to a planned session; those who are invited already stay as they are. Whoever is added
 * when the session is over already came without an invitation, and is not written to.
 * @throws AppError notFound, conflict, invalid with the field
 */
export async function invitePeople(
  actor: Actor,
  id: string,
  input: SessionPeople & { runId: string | null },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockPlannedSession(tx, actor, id);
    const runId = session.runId ?? input.runId;
    const known = await tx.supervisionInvitation.findMany({ where: { sessionId: id }, select: personSelect });
    const asked = new Set(known.map((row) => personOf(row).personId));
    const wished = distinctPeople(input);
    const people = {
      traineeIds: wished.traineeIds.filter((person) => !asked.has(person)),
      mentorIds: wished.mentorIds.filter((person) => !asked.has(person)),
    };
    if (countPeople(wished) === 0) throw refused("trainee", "nobodyInvited");
    if (countPeople(people) === 0) return;
    await requirePeople(tx, actor, runId, people);
    await requirePlaces(tx, session, countPeople(people));
    const when = { day: dateToDay(session.day), startMinute: session.startMinute, minutes: session.minutes };
    const all = [...people.traineeIds, ...people.mentorIds];
    await requireFreePeople(tx, { id, ...when }, new Map(all.map((person) => [person, session.minutes])), {
      state: "planned",
      fieldOf: (person) => (people.traineeIds.includes(person) ? "trainee" : "mentor"),
    });
    if (session.runId === null && people.traineeIds.length > 0)
      await tx.supervisionSession.update({ where: { id }, data: { runId } });
    await tx.supervisionInvitation.createMany({
      data: invitationRows(people, { sessionId: id, state: "invited", invitedAt: now }),
    });
    const stretch = sessionStretch(when);
    if (stretch && stretch.endsAt > now)
      await writeAboutSession(tx, { session: { id, ...when }, news: "invited", personIds: all, now });
    await auditInvitation(tx, actor, id, "supervision.invite", countPeople(people), now);
  });
}

/**
 * Takes an invitation back: as if it had never been sent.
 * @throws AppError notFound, conflict
 */
export async function takeInvitationBack(
  actor: Actor,
  id: string,
  personId: string,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockPlannedSession(tx, actor, id);
    const row = await tx.supervisionInvitation.findFirst({
      where: { sessionId: id, OR: [{ enrolmentId: personId }, { mentorId: personId }] },
      select: { id: true, state: true, ...personSelect },
    });
    if (!row) return;
    await tx.supervisionInvitation.delete({ where: { id: row.id } });
    const when = { id, day: dateToDay(session.day), startMinute: session.startMinute };
    const { accountId } = personOf(row);
    const [person] = accountId ? [...(await addressesOf([accountId], tx)).values()] : [];
    if (person && placeHolding.some((state) => state === row.state))
      await sendSessionLetter(tx, person, { session: when, news: "uninvited", now });
    await auditInvitation(tx, actor, id, "supervision.uninvite", 1, now);
  });
}

/** @throws AppError invalid when so many more do not fit */
async function requirePlaces(tx: Tx, session: SessionRecord, more: number): Promise<void> {
  const taken = (await placeHolders(tx, session.id)).length;
  const form = session.form === "individual" ? "individual" : "group";
  const refusal = peopleRefusal({ form, capacity: session.capacity, people: taken + more });
  if (!refusal) return;
  throw refused("trainee", form === "individual" ? "oneOnly" : "overCapacity", {
    places: session.capacity ?? 1,
  });
}

async function auditInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  action: "supervision.invite" | "supervision.uninvite",
  people: number,
  now: Date,
): Promise<void> {
  const subject = { kind: "supervision_session", id };
  await audit(tx, { actor: actor.accountId, action, subject, details: { people }, at: now });
}
