import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { linkPlace } from "../../supervision-places";
import { placeHolding } from "../../supervision-codes";
import type { ChangeInput } from "../../supervision-schema";
import { requireFreePeople } from "./busy-people.server";
import { writeAboutSession } from "./letters.server";
import { lockPlannedSession, lockSupervisor, writeSession, type SessionRecord } from "./own-session.server";
import { placeColumns } from "./plan-session.server";
import { checkSession } from "./session-checks.server";

/**
 * Changes when and where a planned session is. Another time or place makes its SEQUENCE grow, and the invited
 * are written to; they keep their answers.
 * @throws AppError notFound, stale, conflict when it was held or cancelled, invalid with the field
 */
export async function changeSupervision(
  actor: Actor,
  id: string,
  input: ChangeInput,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockSupervisor(tx, actor.accountId);
    const session = await lockPlannedSession(tx, actor, id);
    const form = session.form === "individual" ? "individual" : "group";
    const when = { day: input.day, startMinute: input.from, minutes: input.minutes };
    const where = placeColumns(id, input, form);
    const invited = await placeHolders(tx, id);
    const wish = { ...when, id, supervisorId: actor.accountId, form, capacity: where.capacity } as const;
    await checkSession(tx, { ...wish, people: invited.length }, "planned", now);
    const moved =
      dateToDay(session.day) !== when.day ||
      session.startMinute !== when.startMinute ||
      session.minutes !== when.minutes;
    if (moved) {
      const people = new Map(invited.map((person) => [person, when.minutes]));
      await requireFreePeople(tx, { id, ...when }, people, { state: "planned", fieldOf: () => "from" });
    }
    const elsewhere = moved || placeDiffers(session, input, where);
    await writeSession(
      tx,
      { id, version: input.version },
      {
        ...where,
        ...when,
        day: dayToDate(when.day),
        changedAt: now,
        ...(elsewhere ? { sequence: { increment: 1 } } : {}),
      },
    );
    const subject = { kind: "supervision_session", id };
    await audit(tx, { actor: actor.accountId, action: "supervision.change", subject, at: now });
    if (elsewhere) await writeAboutSession(tx, { session: { id, ...when }, news: "changed", now });
  });
}

/** People who hold a place, by enrolment or mentor. */
export async function placeHolders(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx.supervisionInvitation.findMany({
    where: { sessionId, state: { in: [...placeHolding] } },
    select: { enrolmentId: true, mentorId: true },
  });
  return rows.flatMap(({ enrolmentId, mentorId }) => enrolmentId ?? mentorId ?? []);
}

function placeDiffers(
  session: SessionRecord,
  input: ChangeInput,
  where: ReturnType<typeof placeColumns>,
): boolean {
  const link = where.place === "video" ? (input.link ?? null) : null;
  return (
    session.place !== where.place ||
    session.town !== where.town ||
    unsealNullable(session.linkSealed, linkPlace(session.id)) !== link
  );
}
