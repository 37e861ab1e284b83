import type { Actor } from "~/access/index.server";
import { assignableMentors } from "~/certification/index.server";
import { lockEnrolment, runOf } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";

/**
 * Gives a trainee a guide: an active mentor of the run's region with an account, who is not the trainee. The
 * same pair again changes nothing.
 * @throws AppError notFound outside the actor's runs, forbidden for oneself, invalid with the field
 */
export async function assignGuide(
  actor: Actor,
  runId: string,
  input: { id: string; enrolmentId: string; mentorId: string },
  { now }: { now: Date },
): Promise<void> {
  const { id, enrolmentId, mentorId } = input;
  await inTransaction(async (tx) => {
    const run = await runOf(actor, "guide:assign", runId, tx);
    await lockEnrolment(tx, enrolmentId);
    const trainee = await tx.enrolment.findFirst({
      where: { id: enrolmentId, runId: run.id, state: "active" },
      select: { accountId: true },
    });
    if (!trainee) throw new AppError("notFound");
    if (trainee.accountId === actor.accountId) {
      throw new AppError("forbidden", { reason: "practice:guides.refusal.self" });
    }
    const known = await tx.traineeGuide.findUnique({ where: { id } });
    if (known && (known.enrolmentId !== enrolmentId || known.mentorId !== mentorId))
      throw new AppError("conflict");
    const pair = { enrolmentId, mentorId, endedAt: null };
    if (known || (await tx.traineeGuide.count({ where: pair })) > 0) return;
    const mentors = await assignableMentors({ regionCode: run.regionCode }, dayOf(now), tx);
    const mentor = mentors.find((one) => one.id === mentorId);
    if (!mentor?.accountId) {
      throw new AppError("invalid", { field: "mentor", reason: "practice:guides.refusal.mentor" });
    }
    if (mentor.accountId === trainee.accountId) {
      throw new AppError("invalid", { field: "mentor", reason: "practice:guides.refusal.own" });
    }
    await tx.traineeGuide.create({
      data: { id, enrolmentId, mentorId, assignedAt: now, assignedById: actor.accountId },
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "guide.assign",
      subject: { kind: "enrolment", id: enrolmentId },
      details: { mentorId },
      at: now,
    });
  });
}

/**
 * Ends a guide's work with a trainee; the row stays with its dates. Ended before, it stays as it is.
 * @throws AppError notFound outside the actor's runs
 */
export async function endGuide(
  actor: Actor,
  runId: string,
  guideId: string,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const run = await runOf(actor, "guide:assign", runId, tx);
    const where = { id: guideId, enrolment: { runId: run.id } };
    const row = isRowId(guideId) ? await tx.traineeGuide.findFirst({ where }) : null;
    if (!row) throw new AppError("notFound");
    const { count } = await tx.traineeGuide.updateMany({
      where: { id: row.id, endedAt: null },
      data: { endedAt: now, endedById: actor.accountId },
    });
    if (count === 0) return;
    await audit(tx, {
      actor: actor.accountId,
      action: "guide.end",
      subject: { kind: "enrolment", id: row.enrolmentId },
      details: { mentorId: row.mentorId },
      at: now,
    });
  });
}
