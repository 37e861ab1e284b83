import type { Actor } from "~/access/index.server";
import { endRole, giveRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { runStepRefusal, type RunState } from "../rules/run-states";
import { requireTrainers } from "./create-run.server";
import { passOn } from "./recruitment/offers.server";
import { runStepFacts } from "./recruitment/run-step-facts.server";
import { runOf } from "./runs.server";

/**
 * Leads a run to its next state.
 * @throws AppError notFound, stale, conflict with the reason
 */
export async function changeRunState(
  actor: Actor,
  input: { id: string; version: number; state: RunState },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `run:${input.id}`);
    const run = await runOf(actor, "run:manage", input.id, tx);
    if (run.state === input.state) return;
    const refusal = runStepRefusal(run.state, input.state, await runStepFacts(tx, run, dayOf(now)));
    if (refusal) throw new AppError("conflict", { reason: `course:refusal.${refusal}` });
    const { count } = await tx.courseRun.updateMany({
      where: { id: run.id, version: input.version },
      data: {
        state: input.state,
        // The start that froze the settings stays the first one, also after a return from the exams.
        ...(input.state === "running" && run.startedAt === null ? { startedAt: now } : {}),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await audit(tx, {
      actor: actor.accountId,
      action: "run.state",
      subject: { kind: "run", id: run.id },
      details: { from: run.state, to: input.state },
      at: now,
    });
  });
}

/**
 * Says who teaches a run. Those who are left out no longer see it.
 * @throws AppError notFound, stale, invalid
 */
export async function setRunTrainers(
  actor: Actor,
  input: { id: string; version: number; trainers: string[] },
  { now }: { now: Date },
): Promise<void> {
  const trainers = [...new Set(input.trainers)];
  await inTransaction(async (tx) => {
    const run = await runOf(actor, "run:manage", input.id, tx);
    await requireTrainers(
      tx,
      trainers.filter((id) => !run.trainerIds.includes(id)),
      run.regionCode,
    );
    const { count } = await tx.courseRun.updateMany({
      where: { id: run.id, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await tx.runTrainer.deleteMany({ where: { runId: run.id } });
    await tx.runTrainer.createMany({ data: trainers.map((accountId) => ({ runId: run.id, accountId })) });
    await audit(tx, {
      actor: actor.accountId,
      action: "run.trainers",
      subject: { kind: "run", id: run.id },
      details: { trainers },
      at: now,
    });
  });
}

/**
 * Ends somebody's place in a run: it is offered to the next in order. The hours earned stay on record.
 * @throws AppError notFound, stale, conflict when the place was ended before
 */
export async function endEnrolment(
  actor: Actor,
  input: { run: string; enrolment: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `run:${input.run}`);
    const run = await runOf(actor, "run:manage", input.run, tx);
    const enrolment = await tx.enrolment.findFirst({ where: { id: input.enrolment, runId: run.id } });
    if (!enrolment) throw new AppError("notFound");
    if (enrolment.state === "withdrawn") return;
    if (enrolment.state !== "active") throw new AppError("conflict", { reason: "course:refusal.placeEnded" });
    const { count } = await tx.enrolment.updateMany({
      where: { id: enrolment.id, version: input.version },
      data: { state: "withdrawn", endedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await endRole(tx, { accountId: enrolment.accountId, role: "trainee", by: actor.accountId, now });
    await giveRole(tx, { accountId: enrolment.accountId, role: "applicant", by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "enrolment.end",
      subject: { kind: "enrolment", id: enrolment.id },
      details: { run: run.id },
      at: now,
    });
    await passOn(tx, run.id, { now });
  });
}
