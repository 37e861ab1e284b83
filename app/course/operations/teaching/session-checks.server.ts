import { addDays, dayOf, momentsOf } from "~/platform/days";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { catalogue } from "../../catalogue/catalogue.server";
import { planRefusal } from "../../rules/teaching/session-plan";
import { sessionTimes, teachingMinutes, type SessionTimes } from "../../rules/teaching/session-time";
import type { SessionFields } from "../../teaching-schema";
import type { RunFacts } from "../runs.server";

/** What is checked of every session before it is written, planned or already held. */

/** Whoever writes sessions of a run or of a trainer waits here for the others, always in this order. */
export async function lockCalendars(tx: Tx, runId: string, trainerId: string | undefined): Promise<void> {
  await lockRow(tx, `run-sessions:${runId}`);
  if (trainerId) await lockRow(tx, `trainer-sessions:${trainerId}`);
}

/**
 * The moments of a session that fits into its run, its trainer's time and the day.
 * @throws AppError invalid with the field and the reason
 */
export async function checkedTimes(
  tx: Tx,
  run: RunFacts,
  input: SessionFields & { id: string },
  state: "planned" | "held",
  now: Date,
): Promise<SessionTimes> {
  if (!catalogue().modules.some(({ id }) => id === input.module))
    throw new AppError("invalid", { field: "module", reason: "errors:choose" });
  if (input.trainer && !run.trainerIds.includes(input.trainer))
    throw new AppError("invalid", { field: "trainer", reason: "errors:choose" });
  const times = sessionTimes(input);
  if ("reason" in times) throw refused(times);
  const session = { ...times, breakMinutes: input.breakMinutes };
  const sameDayMinutes = await minutesOfDay(tx, run.id, dayOf(times.startsAt), input.id);
  const refusal = planRefusal(session, state, { run, settings: run.settings, sameDayMinutes, now });
  if (refusal) throw refused(refusal);
  await requireFree(tx, { runId: run.id }, times, input.id, "overlapRun");
  if (input.trainer) await requireFree(tx, { trainerId: input.trainer }, times, input.id, "overlapTrainer");
  return times;
}

function refused({
  field,
  reason,
  values,
}: {
  field: string;
  reason: string;
  values?: Record<string, number>;
}): AppError {
  return new AppError("invalid", { field, reason: `teaching:refusal.${reason}`, values });
}

async function minutesOfDay(tx: Tx, runId: string, day: string, exceptId: string): Promise<number> {
  const rows = await tx.teachingSession.findMany({
    where: {
      runId,
      id: { not: exceptId },
      state: { not: "cancelled" },
      startsAt: { gte: momentsOf(day, 0)[0], lt: momentsOf(addDays(day, 1), 0)[0] },
    },
    select: { startsAt: true, endsAt: true, breakMinutes: true },
  });
  return rows.reduce((minutes, row) => minutes + teachingMinutes(row), 0);
}

async function requireFree(
  tx: Tx,
  whose: { runId: string } | { trainerId: string },
  { startsAt, endsAt }: SessionTimes,
  exceptId: string,
  reason: string,
): Promise<void> {
  const other = await tx.teachingSession.findFirst({
    where: {
      ...whose,
      id: { not: exceptId },
      state: { not: "cancelled" },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    select: { id: true },
  });
  if (other) throw refused({ field: "from", reason });
}

/**
 * The missed session a make-up is for: held, of the same run, no make-up itself, and of the same module.
 * @throws AppError invalid
 */
export async function checkMakeUp(
  tx: Tx,
  runId: string,
  { makeUpFor, module }: { makeUpFor?: string; module: string },
): Promise<void> {
  if (!makeUpFor) return;
  const missed = await tx.teachingSession.findFirst({
    where: { id: makeUpFor, runId, state: "held", makeUpForId: null },
    select: { moduleId: true },
  });
  if (!missed) throw new AppError("invalid", { reason: "teaching:refusal.makeUp" });
  if (missed.moduleId !== module)
    throw new AppError("invalid", { field: "module", reason: "teaching:refusal.makeUpModule" });
}
