import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { excusePlace } from "./session-row.server";

/**
 * A trainee says ahead that they will not come, and why. Sent again, the text is replaced.
 * @throws AppError notFound, conflict when the session has begun or was cancelled
 */
export async function sendExcuse(
  actor: Actor,
  input: { sessionId: string; id: string; text: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { sessionId, enrolmentId } = await ownPlannedSession(tx, actor, input.sessionId, now);
    const key = { sessionId_enrolmentId: { sessionId, enrolmentId } };
    const before = await tx.sessionAttendance.findUnique({ where: key, select: { id: true } });
    const id = before?.id ?? input.id;
    const data = {
      state: "excused" as const,
      excuseSealed: seal(input.text, excusePlace(id)),
      recordedAt: now,
      recordedById: actor.accountId,
    };
    await tx.sessionAttendance.upsert({
      where: key,
      create: { ...data, id, sessionId, enrolmentId },
      update: { ...data, version: { increment: 1 } },
    });
    await auditExcuse(tx, actor, "session.excuse", sessionId, now);
  });
}

/**
 * The trainee will come after all: the excuse is erased.
 * @throws AppError notFound, conflict when the session has begun or was cancelled
 */
export async function withdrawExcuse(
  actor: Actor,
  input: { sessionId: string },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const place = await ownPlannedSession(tx, actor, input.sessionId, now);
    const { count } = await tx.sessionAttendance.deleteMany({ where: place });
    if (count > 0) await auditExcuse(tx, actor, "session.excuse-withdrawn", place.sessionId, now);
  });
}

async function ownPlannedSession(tx: Tx, actor: Actor, sessionId: string, now: Date) {
  if (!isRowId(sessionId)) throw new AppError("notFound");
  await lockRow(tx, `session:${sessionId}`);
  const session = await tx.teachingSession.findFirst({
    where: {
      id: sessionId,
      run: { enrolments: { some: { accountId: actor.accountId, state: "active" } } },
    },
    include: {
      run: {
        select: { state: true, enrolments: { where: { accountId: actor.accountId, state: "active" } } },
      },
    },
  });
  const enrolment = session?.run.enrolments[0];
  if (!session || !enrolment) throw new AppError("notFound");
  if (session.run.state === "closed")
    throw new AppError("conflict", { reason: "teaching:refusal.runClosed" });
  if (session.state !== "planned")
    throw new AppError("conflict", { reason: `teaching:refusal.${session.state}` });
  if (session.startsAt <= now) throw new AppError("conflict", { reason: "teaching:refusal.begun" });
  return { sessionId, enrolmentId: enrolment.id };
}

type ExcuseAction = "session.excuse" | "session.excuse-withdrawn";

async function auditExcuse(tx: Tx, actor: Actor, action: ExcuseAction, sessionId: string, now: Date) {
  await audit(tx, {
    actor: actor.accountId,
    action,
    subject: { kind: "teaching-session", id: sessionId },
    at: now,
  });
}
