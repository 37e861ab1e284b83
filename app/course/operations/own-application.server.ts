import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { dateToDay } from "~/platform/days";
import { db, inTransaction, lockRow } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { afterStep, type ApplicationState } from "../rules/application-states";
import {
  applicationDetails,
  applicationIn,
  applicationInclude,
  type ApplicationDetails,
} from "./application-row.server";

/** A person's own application, as they see it. */
export interface OwnApplication extends Omit<ApplicationDetails, "decisionReason"> {
  id: string;
  version: number;
  state: ApplicationState;
  town: string;
  regionCode: string | null;
  submittedAt: Date;
  decidedAt: Date | null;
  /** Why it was refused; nothing else is ever told. */
  reason: string | null;
  run: { name: string; town: string; startsOn: string } | null;
  /** How many wait before, when on a waiting list. */
  ahead: number | null;
}

/** The latest application of a person, or null. */
export async function ownApplication(actor: Actor): Promise<OwnApplication | null> {
  const row = await db().application.findFirst({
    where: { accountId: actor.accountId },
    orderBy: { submittedAt: "desc" },
    include: applicationInclude,
  });
  if (!row) return null;
  const { decisionReason, ...details } = applicationDetails(row);
  const waiting = row.state === "waiting" && row.runId !== null && row.waitingPosition !== null;
  return {
    ...details,
    id: row.id,
    version: row.version,
    state: row.state,
    town: row.town,
    regionCode: row.regionCode,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    reason: row.state === "rejected" ? decisionReason : null,
    run: row.run && { name: row.run.name, town: row.run.town, startsOn: dateToDay(row.run.startsOn) },
    ahead: waiting
      ? await db().application.count({
          where: { runId: row.runId, state: "waiting", waitingPosition: { lt: row.waitingPosition! } },
        })
      : null,
  };
}

/**
 * Takes an own application back; what was recorded about entry conditions is erased with it.
 * @throws AppError notFound, stale, or conflict when it was decided meanwhile
 */
export async function withdrawApplication(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRow(tx, `applicant:${actor.accountId}`);
    const row = await applicationIn(tx, actor, "application:create", id);
    if (row.state === "withdrawn") return;
    const state = afterStep(row.state, "withdraw");
    if (!state) throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    const { count } = await tx.application.updateMany({
      where: { id, version },
      data: { state, waitingPosition: null, decidedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale");
    await tx.entryCondition.deleteMany({ where: { applicationId: id } });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.withdraw",
      subject: { kind: "application", id },
      at: now,
    });
  });
}
