import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dateToDay, dayToDate } from "~/platform/days";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { invitationPlace } from "../../supervision-places";
import { eraseOn } from "../../rules/supervision/retention";
import { freePlaces, sessionStretch } from "../../rules/supervision/session-plan";
import { lockSession } from "./own-session.server";
import { placeHolders } from "./change-session.server";
import { supervisionSettings } from "./supervision-settings.server";

/** What an invited person says: that they come, or that they cannot and why. */
export type Answer = { come: true } | { come: false; reason: string };

/**
 * Answers one's own invitation; until the session begins the answer can be changed. Whoever cannot come frees
 * a place; coming after all needs one. The reason is sealed and erased some months later.
 * @throws AppError notFound, conflict when the session began, was held or cancelled, or is full
 */
export async function answerInvitation(
  actor: Actor,
  sessionId: string,
  answer: Answer,
  { now }: { now: Date },
): Promise<void> {
  if (!isRowId(sessionId)) throw new AppError("notFound");
  await inTransaction(async (tx) => {
    await lockSession(tx, sessionId);
    const { invitation, session } = await ownInvitation(tx, actor, sessionId, now);
    if (answer.come && invitation.state === "accepted") return;
    if (answer.come && invitation.state === "declined") {
      const form = session.form === "individual" ? "individual" : "group";
      const taken = (await placeHolders(tx, sessionId)).length;
      if (freePlaces({ form, capacity: session.capacity }, taken) === 0)
        throw new AppError("conflict", { reason: "supervision:refusal.full" });
    }
    const { reasonKeptMonths } = await supervisionSettings(tx);
    await tx.supervisionInvitation.update({
      where: { id: invitation.id },
      data: {
        state: answer.come ? "accepted" : "declined",
        reasonSealed: answer.come ? null : seal(answer.reason, invitationPlace(invitation.id)),
        reasonDeleteOn: answer.come ? null : dayToDate(eraseOn(dateToDay(session.day), reasonKeptMonths)),
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: answer.come ? "supervision.accept" : "supervision.decline",
      subject: { kind: "supervision_session", id: sessionId },
      at: now,
    });
  });
}

async function ownInvitation(tx: Tx, actor: Actor, sessionId: string, now: Date) {
  const { accountId } = actor;
  const invitation = await tx.supervisionInvitation.findFirst({
    where: { sessionId, OR: [{ enrolment: { accountId } }, { mentor: { accountId } }] },
    include: { session: true },
  });
  if (!invitation) throw new AppError("notFound");
  const { session } = invitation;
  if (session.state !== "planned")
    throw new AppError("conflict", { reason: `supervision:refusal.${session.state}` });
  const stretch = sessionStretch({ ...session, day: dateToDay(session.day) });
  if (!stretch || stretch.startsAt <= now)
    throw new AppError("conflict", { reason: "supervision:refusal.begun" });
  return { invitation, session };
}
