import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { runCredits } from "../../rules/run-states";
import type { AttendanceForm } from "../../teaching-schema";
import { lockEnrolment } from "../enrolments.server";
import { attendanceChanges, type AttendanceChange } from "./attendance-changes.server";
import { requireNoPractice, type Presence } from "./practice-clash.server";
import { excusePlace, sessionOf, type SessionRow } from "./session-row.server";
import { settleCredits, type Settlement } from "./settle-credits.server";

/**
 * Writes down who was at a session, from when to when, and credits it. Later the same form corrects it: the
 * ledger gets counter-entries with the reason. Sent again unchanged it does nothing.
 * @returns how many minutes whose ledger gained or lost
 * @throws AppError notFound, stale, conflict with the reason, invalid with the field
 */
export async function recordAttendance(
  actor: Actor,
  address: { runId: string; sessionId: string },
  input: Pick<AttendanceForm, "version" | "rows"> & { reason?: string },
  { now }: { now: Date },
): Promise<Settlement> {
  return inTransaction(async (tx) => {
    const { run } = await sessionOf(actor, "theory:credit", address, tx);
    await lockRow(tx, `session:${address.sessionId}`);
    const { row: session } = await sessionOf(actor, "theory:credit", address, tx);
    if (!runCredits(run.state)) throw new AppError("conflict", { reason: "course:refusal.runNotRunning" });
    if (session.state === "cancelled")
      throw new AppError("conflict", { reason: "teaching:refusal.cancelled" });
    if (session.endsAt > now) throw new AppError("conflict", { reason: "teaching:refusal.notOver" });
    const changes = await attendanceChanges(tx, session, input.rows);
    if (session.state === "held" && changes.length === 0) return new Map();
    const reason = input.reason ?? session.topic;
    if (session.state === "held" && !input.reason)
      throw new AppError("invalid", { field: "reason", reason: "errors:required" });
    await hold(tx, session, input.version, now);
    for (const change of changes) await writeRow(tx, session.id, change, { actorId: actor.accountId, now });
    const enrolmentIds = changes.map(({ row }) => row.enrolmentId).sort();
    for (const enrolmentId of enrolmentIds) await lockEnrolment(tx, enrolmentId);
    await requireNoPractice(tx, presentIn(changes), (enrolmentId) => `state-${enrolmentId}`);
    const { moduleId } = session;
    const actorId = actor.accountId;
    const settlement = await settleCredits(tx, { run, moduleId, enrolmentIds, reason, actorId, now });
    await audit(tx, {
      actor: actorId,
      action: session.state === "held" ? "session.correct" : "session.attendance",
      subject: { kind: "run", id: run.id },
      details: { session: session.id, trainees: changes.length },
      at: now,
    });
    return settlement;
  });
}

function presentIn(changes: readonly AttendanceChange[]): Presence[] {
  return changes.flatMap(({ row: { enrolmentId }, arrivedAt, leftAt }) =>
    arrivedAt && leftAt ? { enrolmentId, arrivedAt, leftAt } : [],
  );
}

async function hold(tx: Tx, session: SessionRow, version: number, now: Date): Promise<void> {
  const { count } = await tx.teachingSession.updateMany({
    where: { id: session.id, version },
    data: { state: "held", heldAt: session.heldAt ?? now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}

async function writeRow(
  tx: Tx,
  sessionId: string,
  { row, before, arrivedAt, leftAt, minutes }: AttendanceChange,
  { actorId, now }: { actorId: string; now: Date },
): Promise<void> {
  const { enrolmentId, state } = row;
  const id = before?.id ?? randomUUID();
  const data = {
    state,
    arrivedAt,
    leftAt,
    minutes,
    excuseSealed: state === "excused" && row.excuse ? seal(row.excuse, excusePlace(id)) : null,
    recordedAt: now,
    recordedById: actorId,
  };
  await tx.sessionAttendance.upsert({
    where: { sessionId_enrolmentId: { sessionId, enrolmentId } },
    create: { ...data, id, sessionId, enrolmentId },
    update: { ...data, version: { increment: 1 } },
  });
}
