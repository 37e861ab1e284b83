import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { linkPlace } from "../../supervision-places";
import type { PlanInput } from "../../supervision-schema";
import { requireFreePeople } from "./busy-people.server";
import { writeAboutSession } from "./letters.server";
import { lockSession, lockSupervisor } from "./own-session.server";
import { checkSession } from "./session-checks.server";
import { countPeople, distinctPeople, invitationRows, requirePeople } from "./session-people.server";

/** Where and how many: what a plan and its change have in common, as columns. */
export function placeColumns(
  id: string,
  input: Pick<PlanInput, "place" | "town" | "link" | "capacity">,
  form: PlanInput["form"],
) {
  const video = input.place === "video";
  return {
    place: input.place,
    town: video ? "" : (input.town ?? ""),
    linkSealed: sealNullable(video ? (input.link ?? null) : null, linkPlace(id)),
    capacity: form === "individual" ? 1 : (input.capacity ?? null),
  };
}

/**
 * Plans a session of the actor's own and invites people to it; they are written to. The same id again changes
 * nothing.
 * @throws AppError invalid with the reason, notFound when somebody is outside the actor's regions, conflict
 */
export async function planSupervision(
  actor: Actor,
  input: PlanInput,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { id, day, minutes, form } = input;
  const runId = input.run ?? null;
  const people = distinctPeople({ traineeIds: input.trainee, mentorIds: input.mentor });
  return inTransaction(async (tx) => {
    await lockSupervisor(tx, actor.accountId);
    await lockSession(tx, id);
    const earlier = await tx.supervisionSession.findUnique({ where: { id } });
    if (earlier && earlier.supervisorId !== actor.accountId) throw new AppError("conflict");
    if (earlier) return { id };
    await requirePeople(tx, actor, runId, people);
    const where = placeColumns(id, input, form);
    const when = { day, startMinute: input.from, minutes };
    const session = { id, supervisorId: actor.accountId, form, ...when, capacity: where.capacity };
    await checkSession(tx, { ...session, people: countPeople(people) }, "planned", now);
    const all = [...people.traineeIds, ...people.mentorIds];
    await requireFreePeople(tx, { id, ...when }, new Map(all.map((person) => [person, minutes])), {
      state: "planned",
      fieldOf: (person) => (people.traineeIds.includes(person) ? "trainee" : "mentor"),
    });
    await tx.supervisionSession.create({
      data: {
        ...session,
        ...where,
        day: dayToDate(day),
        runId,
        state: "planned",
        createdAt: now,
        createdById: actor.accountId,
        changedAt: now,
      },
    });
    await tx.supervisionInvitation.createMany({
      data: invitationRows(people, { sessionId: id, state: "invited", invitedAt: now }),
    });
    await writeAboutSession(tx, { session: { id, ...when }, news: "invited", now });
    await audit(tx, {
      actor: actor.accountId,
      action: "supervision.plan",
      subject: { kind: "supervision_session", id },
      details: { runId, trainees: people.traineeIds.length, mentors: people.mentorIds.length },
      at: now,
    });
    return { id };
  });
}
