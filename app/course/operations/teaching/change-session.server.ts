import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ChangeForm } from "../../teaching-schema";
import { checkedTimes, checkMakeUp, lockCalendars } from "./session-checks.server";
import { writeAboutSession } from "./session-letters.server";
import { sessionOf, type SessionRow } from "./session-row.server";

interface SessionAddress {
  runId: string;
  sessionId: string;
}

/**
 * Changes a session that is planned; who is concerned learns of another time, place or trainer by mail.
 * @throws AppError notFound, stale, conflict when it was held or cancelled, invalid with the field
 */
export async function changeSession(
  actor: Actor,
  address: SessionAddress,
  input: ChangeForm,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row, run } = await plannedSession(tx, actor, address, input.trainer);
    await checkMakeUp(tx, run.id, { makeUpFor: row.makeUpForId ?? undefined, module: input.module });
    const times = await checkedTimes(tx, run, { ...input, id: row.id }, "planned", now);
    const change = {
      moduleId: input.module,
      topic: input.topic,
      place: input.place,
      trainerId: input.trainer ?? null,
      ...times,
      breakMinutes: input.breakMinutes,
    };
    await write(tx, row, input.version, { ...change, changedAt: now });
    await auditChange(tx, actor, row, "session.change", now);
    const moved =
      row.startsAt.getTime() !== times.startsAt.getTime() ||
      row.endsAt.getTime() !== times.endsAt.getTime() ||
      row.place !== change.place ||
      row.trainerId !== change.trainerId;
    if (!moved) return;
    const trainerIds = [row.trainerId, change.trainerId];
    await writeAboutSession(tx, {
      session: { runId: run.id, trainerIds, startsAt: times.startsAt },
      news: "changed",
      actorId: actor.accountId,
      now,
    });
  });
}

/**
 * Cancels a session that is planned, with a reason that those concerned read in the portal. Sent again it
 * changes nothing.
 * @throws AppError notFound, stale, conflict when it was held
 */
export async function cancelSession(
  actor: Actor,
  address: SessionAddress,
  input: { version: number; reason: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row: before } = await sessionOf(actor, "theory:credit", address, tx);
    if (before.state === "cancelled" && before.cancelReason === input.reason) return;
    const { row } = await plannedSession(tx, actor, address, before.trainerId ?? undefined);
    await write(tx, row, input.version, {
      state: "cancelled",
      cancelReason: input.reason,
      changedAt: now,
    });
    await auditChange(tx, actor, row, "session.cancel", now);
    // Of teaching whose time is over nobody has to be warned any more.
    if (row.endsAt <= now) return;
    await writeAboutSession(tx, {
      session: { ...row, trainerIds: [row.trainerId] },
      news: "cancelled",
      actorId: actor.accountId,
      now,
    });
  });
}

/** The session, locked and read again, when it can still be changed. */
async function plannedSession(tx: Tx, actor: Actor, address: SessionAddress, trainer: string | undefined) {
  await sessionOf(actor, "theory:credit", address, tx);
  await lockCalendars(tx, address.runId, trainer);
  const found = await sessionOf(actor, "theory:credit", address, tx);
  const { run, row } = found;
  if (run.state === "closed") throw new AppError("conflict", { reason: "teaching:refusal.runClosed" });
  if (row.state !== "planned") throw new AppError("conflict", { reason: `teaching:refusal.${row.state}` });
  return found;
}

async function write(tx: Tx, row: SessionRow, version: number, data: Partial<SessionRow>): Promise<void> {
  const { count } = await tx.teachingSession.updateMany({
    where: { id: row.id, version, state: "planned" },
    data: { ...data, version: { increment: 1 }, sequence: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}

async function auditChange(
  tx: Tx,
  actor: Actor,
  row: SessionRow,
  action: "session.change" | "session.cancel",
  now: Date,
): Promise<void> {
  await audit(tx, {
    actor: actor.accountId,
    action,
    subject: { kind: "run", id: row.runId },
    details: { session: row.id },
    at: now,
  });
}
