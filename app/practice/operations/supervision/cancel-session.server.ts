import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { sessionStretch } from "../../rules/supervision/session-plan";
import { writeAboutSession } from "./letters.server";
import { lockOwnSession, writeSession } from "./own-session.server";

/**
 * Cancels a planned session with a reason that the invited read in the portal. Sent again it changes nothing.
 * @throws AppError notFound, stale, conflict when it was held
 */
export async function cancelSupervision(
  actor: Actor,
  id: string,
  input: { version: number; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await lockOwnSession(tx, actor, id);
    if (session.state === "cancelled" && session.cancelReason === input.reason) return;
    if (session.state !== "planned")
      throw new AppError("conflict", { reason: `supervision:refusal.${session.state}` });
    await writeSession(
      tx,
      { id, version: input.version },
      {
        state: "cancelled",
        cancelReason: input.reason,
        changedAt: now,
        sequence: { increment: 1 },
      },
    );
    const subject = { kind: "supervision_session", id };
    await audit(tx, { actor: actor.accountId, action: "supervision.cancel", subject, at: now });
    const when = { day: dateToDay(session.day), startMinute: session.startMinute, minutes: session.minutes };
    const stretch = sessionStretch(when);
    // Of a session whose time is over nobody has to be warned any more.
    if (!stretch || stretch.endsAt > now)
      await writeAboutSession(tx, { session: { id, ...when }, news: "cancelled", now });
  });
}
