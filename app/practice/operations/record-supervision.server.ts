import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { sealNullable } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { sessionPlace } from "../places";
import { supervisionRefusal } from "../rules/supervision-limits";
import type { SupervisionForm } from "../schema";
import { mentorsToSupervise, runsToSupervise } from "./supervision-scope.server";

export interface RecordSupervisionInput {
  id: string;
  runId: string | null;
  day: string;
  /** Minutes after midnight. */
  startMinute: number;
  minutes: number;
  town: string;
  form: SupervisionForm;
  /** Enrolments of trainees who were there. */
  traineeIds: readonly string[];
  mentorIds: readonly string[];
  /** For the supervisor alone. */
  note: string | null;
}

/**
 * Writes down a session the actor led, and who was there.
 * @throws AppError invalid with the reason, notFound when somebody is outside the actor's regions
 */
export async function recordSupervision(
  actor: Actor,
  input: RecordSupervisionInput,
  { now }: { now: Date },
): Promise<{ id: string }> {
  const { id } = input;
  const traineeIds = [...new Set(input.traineeIds)];
  const mentorIds = [...new Set(input.mentorIds)];
  const present = traineeIds.length + mentorIds.length;
  const refusal = supervisionRefusal({ ...input, present }, now);
  if (refusal) {
    throw new AppError("invalid", {
      field: refusal.field,
      reason: `practice:supervision.refusal.${refusal.code}`,
    });
  }
  return inTransaction(async (tx) => {
    await lockRow(tx, `supervision:${id}`);
    const earlier = await tx.supervisionSession.findUnique({ where: { id } });
    if (earlier && earlier.supervisorId !== actor.accountId) throw new AppError("conflict");
    if (earlier) return { id };
    await requireAttendees(tx, actor, input.runId, traineeIds, mentorIds);
    const attendance = { minutes: input.minutes, recordedAt: now };
    await tx.supervisionSession.create({
      data: {
        id,
        runId: input.runId,
        supervisorId: actor.accountId,
        day: dayToDate(input.day),
        startMinute: input.startMinute,
        minutes: input.minutes,
        town: input.town,
        form: input.form,
        noteSealed: sealNullable(input.note, sessionPlace(id)),
        createdAt: now,
        createdById: actor.accountId,
        attendances: {
          create: [
            ...traineeIds.map((enrolmentId) => ({ id: randomUUID(), enrolmentId, ...attendance })),
            ...mentorIds.map((mentorId) => ({ id: randomUUID(), mentorId, ...attendance })),
          ],
        },
      },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "supervision.record",
      subject: { kind: "supervision_session", id },
      details: { runId: input.runId, trainees: traineeIds.length, mentors: mentorIds.length },
      at: now,
    });
    return { id };
  });
}

/** Everybody named must be somebody this supervisor may meet. */
async function requireAttendees(
  tx: Tx,
  actor: Actor,
  runId: string | null,
  traineeIds: string[],
  mentorIds: string[],
): Promise<void> {
  const run = runId
    ? await tx.courseRun.count({ where: { AND: [{ id: runId }, runsToSupervise(actor)] } })
    : 1;
  if (run === 0) throw new AppError("notFound");
  const trainees = await tx.enrolment.count({
    where: {
      id: { in: traineeIds },
      runId: runId ?? undefined,
      state: "active",
      run: runsToSupervise(actor),
    },
  });
  const mentors = await tx.mentor.count({
    where: { AND: [{ id: { in: mentorIds } }, mentorsToSupervise(actor)] },
  });
  // Trainees come with their run, so that trainers of the run see the session.
  const known = trainees === traineeIds.length && mentors === mentorIds.length;
  if (!known || (traineeIds.length > 0 && !runId)) throw new AppError("notFound");
}
