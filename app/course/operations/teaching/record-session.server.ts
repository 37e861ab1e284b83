import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { runCredits } from "../../rules/run-states";
import { teachingMinutes, type SessionTimes } from "../../rules/teaching/session-time";
import type { RecordForm } from "../../teaching-schema";
import { lockEnrolment } from "../enrolments.server";
import { runOf, type RunFacts } from "../runs.server";
import { newSessionRow } from "./new-session-row.server";
import { checkedTimes, checkMakeUp, lockCalendars } from "./session-checks.server";
import { requireNoPractice } from "./practice-clash.server";
import { settleCredits } from "./settle-credits.server";

export interface RecordOutcome {
  /** Trainees credited the whole session. */
  whole: number;
  /** Trainees who had a part of the module already and were credited less, or nothing. */
  less: number;
}

/**
 * Writes down teaching that took place, with those who were there for all of it, and credits them. The same
 * id again changes nothing.
 * @throws AppError notFound, conflict when the run credits no hours, invalid with the field
 */
export async function recordSession(
  actor: Actor,
  runId: string,
  input: RecordForm,
  { now }: { now: Date },
): Promise<RecordOutcome> {
  return inTransaction(async (tx) => {
    const run = await runOf(actor, "theory:credit", runId, tx);
    await lockCalendars(tx, run.id, input.trainer);
    const before = await tx.teachingSession.findUnique({ where: { id: input.id } });
    if (before && before.runId !== run.id) throw new AppError("conflict");
    if (before) return outcomeOf(tx, input.id, teachingMinutes(before));
    if (!runCredits(run.state)) throw new AppError("conflict", { reason: "course:refusal.runNotRunning" });
    await checkMakeUp(tx, run.id, input);
    const times = await checkedTimes(tx, run, input, "held", now);
    const present = [...new Set(input.present)].sort();
    await write(tx, actor, run, { input, times, present, now });
    // Always in the same order, so that two sessions recorded at once do not wait for each other in a ring.
    for (const enrolmentId of present) await lockEnrolment(tx, enrolmentId);
    const { startsAt: arrivedAt, endsAt: leftAt } = times;
    const presences = present.map((enrolmentId) => ({ enrolmentId, arrivedAt, leftAt }));
    await requireNoPractice(tx, presences, () => "present");
    await settleCredits(tx, {
      run,
      moduleId: input.module,
      enrolmentIds: present,
      reason: input.topic,
      actorId: actor.accountId,
      now,
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "session.record",
      subject: { kind: "run", id: run.id },
      details: { session: input.id, module: input.module, trainees: present.length },
      at: now,
    });
    return outcomeOf(tx, input.id, teachingMinutes({ ...times, breakMinutes: input.breakMinutes }));
  });
}

async function write(
  tx: Tx,
  actor: Actor,
  run: RunFacts,
  { input, times, present, now }: { input: RecordForm; times: SessionTimes; present: string[]; now: Date },
): Promise<void> {
  const trainees = await tx.enrolment.findMany({
    where: { runId: run.id, state: "active" },
    select: { id: true },
  });
  const known = new Set(trainees.map(({ id }) => id));
  if (present.some((id) => !known.has(id)))
    throw new AppError("invalid", { field: "present", reason: "errors:invalidValue" });
  await tx.teachingSession.create({
    data: { ...newSessionRow(actor, run.id, input, times, now), state: "held", heldAt: now },
  });
  const minutes = teachingMinutes({ ...times, breakMinutes: input.breakMinutes });
  const shared = { sessionId: input.id, recordedAt: now, recordedById: actor.accountId };
  // A make-up is for those who missed something: the others were not expected.
  const rows = trainees.filter(({ id }) => present.includes(id) || !input.makeUpFor);
  await tx.sessionAttendance.createMany({
    data: rows.map(({ id: enrolmentId }) =>
      present.includes(enrolmentId)
        ? {
            ...shared,
            id: randomUUID(),
            enrolmentId,
            state: "present" as const,
            arrivedAt: times.startsAt,
            leftAt: times.endsAt,
            minutes,
          }
        : { ...shared, id: randomUUID(), enrolmentId, state: "absent" as const },
    ),
  });
}

async function outcomeOf(tx: Tx, sessionId: string, minutes: number): Promise<RecordOutcome> {
  const present = await tx.sessionAttendance.count({ where: { sessionId, state: "present" } });
  const whole = await tx.ledgerEntry.count({ where: { sourceKey: `session:${sessionId}`, minutes } });
  return { whole, less: Math.max(0, present - whole) };
}
