import { randomUUID } from "node:crypto";
import { dayToDate } from "~/platform/days";
import { sealNullable } from "~/platform/crypto/index.server";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { momentAfter } from "../rules/recording";
import type { CaseState, Outcome } from "../schema";

/** One writer at a time for everything that belongs to a case. */
export function lockCase(tx: Tx, caseId: string): Promise<void> {
  return lockRow(tx, `case:${caseId}`);
}

export interface StateChange {
  caseId: string;
  state: CaseState;
  outcome?: Outcome | null;
  reason?: string | null;
  /** The day it happened on. */
  day: string;
  by: string | null;
  at: Date;
}

/** Adds a state to the history of a case. */
export async function recordState(tx: Tx, change: StateChange): Promise<void> {
  const id = randomUUID();
  const { caseId } = change;
  const last = await tx.caseStateChange.aggregate({ where: { caseId }, _max: { recordedAt: true } });
  await tx.caseStateChange.create({
    data: {
      id,
      caseId,
      state: change.state,
      outcome: change.outcome ?? null,
      reasonSealed: sealNullable(change.reason, {
        table: "case_state_changes",
        column: "reasonSealed",
        row: id,
      }),
      happenedOn: dayToDate(change.day),
      recordedAt: momentAfter(last._max.recordedAt, change.at),
      recordedById: change.by,
    },
  });
}

/**
 * Moves a case to another state and writes the step into its history.
 * @param version the version the actor saw; null when the step does not depend on what they saw
 * @throws AppError stale when the case has changed since
 */
export async function moveCase(tx: Tx, version: number | null, change: StateChange): Promise<void> {
  const ended = change.state === "closed" || change.state === "declined";
  const { count } = await tx.case.updateMany({
    where: { id: change.caseId, ...(version === null ? {} : { version }) },
    data: {
      state: change.state,
      endedOn: ended ? dayToDate(change.day) : null,
      outcome: ended ? (change.outcome ?? null) : null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await recordState(tx, change);
}
