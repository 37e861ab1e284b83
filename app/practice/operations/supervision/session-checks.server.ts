import { dateToDay, dayToDate, formatTime } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import {
  overlaps,
  sessionRefusal,
  sessionStretch,
  type SessionWish,
} from "../../rules/supervision/session-plan";

/**
 * What is checked of every session before it is written, planned or held: the time, the places and the
 * supervisor's other sessions.
 * @throws AppError invalid with the field and the reason
 */
export async function checkSession(
  tx: Tx,
  session: SessionWish & { id: string; supervisorId: string },
  state: "planned" | "held",
  now: Date,
): Promise<void> {
  const refusal = sessionRefusal(session, state, now);
  if (refusal) {
    const values: Record<string, number> =
      refusal.code === "overCapacity" ? { places: session.capacity ?? 0 } : {};
    throw refused(refusal.field, refusal.code, values);
  }
  const stretch = sessionStretch(session)!;
  const others = await tx.supervisionSession.findMany({
    where: {
      supervisorId: session.supervisorId,
      id: { not: session.id },
      state: { not: "cancelled" },
      day: dayToDate(session.day),
    },
    select: { day: true, startMinute: true, minutes: true },
  });
  const clash = others.find((other) => {
    const taken = sessionStretch({ ...other, day: dateToDay(other.day) });
    return taken !== null && overlaps(stretch, taken);
  });
  if (!clash) return;
  const to = formatTime(Math.min(1440, clash.startMinute + clash.minutes));
  throw refused("from", "overlapOwn", { from: formatTime(clash.startMinute), to });
}

/** A refusal of a form of supervision. */
export function refused(field: string, code: string, values: Record<string, string | number> = {}): AppError {
  return new AppError("invalid", { field, reason: `supervision:refusal.${code}`, values });
}
