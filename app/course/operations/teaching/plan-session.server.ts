import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { PlanForm } from "../../teaching-schema";
import { runOf } from "../runs.server";
import { newSessionRow } from "./new-session-row.server";
import { checkedTimes, checkMakeUp, lockCalendars } from "./session-checks.server";

/**
 * Plans teaching in person in a run that is not over. The same id again changes nothing.
 * @throws AppError notFound, conflict for a closed run, invalid with the field
 */
export async function planSession(
  actor: Actor,
  runId: string,
  input: PlanForm,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const run = await runOf(actor, "theory:credit", runId, tx);
    await lockCalendars(tx, run.id, input.trainer);
    const before = await tx.teachingSession.findUnique({ where: { id: input.id }, select: { runId: true } });
    if (before?.runId === run.id) return;
    if (before) throw new AppError("conflict");
    if (run.state === "closed") throw new AppError("conflict", { reason: "teaching:refusal.runClosed" });
    await checkMakeUp(tx, run.id, input);
    const times = await checkedTimes(tx, run, input, "planned", now);
    await tx.teachingSession.create({
      data: newSessionRow(actor, run.id, input, times, now),
    });
    await audit(tx, {
      actor: actor.accountId,
      action: "session.plan",
      subject: { kind: "run", id: run.id },
      details: { session: input.id, module: input.module, startsAt: times.startsAt.toISOString() },
      at: now,
    });
  });
}
