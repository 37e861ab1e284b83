import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { endRole, giveRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { admissionRefusal } from "../rules/admission";
import { afterStep } from "../rules/application-states";
import { conditionsState } from "../rules/entry-conditions";
import { applicationDetails, applicationIn, type ApplicationRow } from "./application-row.server";
import { enrolmentPlace } from "./enrolments.server";
import { writeToApplicant } from "./letters.server";
import { holdsPlace } from "./open-runs.server";
import { whereRun } from "./scopes.server";

export interface Admission {
  id: string;
  version: number;
  run: string;
}

/**
 * Admits an applicant to a run: the place, the role and the letter come together or not at all. Whoever
 * admits to a run waits for the others, so the last place is given once.
 * @returns id of the enrolment
 * @throws AppError notFound, stale, conflict (decided, full, others wait ...), invalid when the run is not
 *   in the actor's scope
 */
export async function admitApplicant(
  actor: Actor,
  input: Admission,
  { now }: { now: Date },
): Promise<string> {
  return inTransaction(async (tx) => {
    await lockRow(tx, `run:${input.run}`);
    const row = await applicationIn(tx, actor, "application:decide", input.id);
    if (row.accountId === actor.accountId) throw new AppError("forbidden");
    const run = await runForDecision(tx, actor, input.run);
    if (row.state === "admitted" && row.runId === run.id) return enrolmentIdOf(tx, run.id, row.accountId);
    const state = afterStep(row.state, "admit");
    if (!state) throw new AppError("conflict", { reason: "course:refusal.applicationDecided" });
    if (row.version !== input.version) throw new AppError("stale");
    const refusal = admissionRefusal({
      conditions: conditionsState(row.conditions),
      runState: run.state,
      places: run.places,
      taken: await tx.enrolment.count({ where: { runId: run.id, ...holdsPlace } }),
      waitingAhead: await waitingAhead(tx, row, run.id),
    });
    if (refusal) throw new AppError("conflict", { field: "run", reason: `course:refusal.${refusal}` });
    await refuseSecondCourse(tx, row.accountId);
    const { count } = await tx.application.updateMany({
      where: { id: row.id, version: input.version },
      data: {
        state,
        runId: run.id,
        waitingPosition: null,
        decidedAt: now,
        decidedById: actor.accountId,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    const enrolmentId = await enrol(tx, row, run.id, now);
    await giveRole(tx, {
      accountId: row.accountId,
      role: "trainee",
      regionCode: run.regionCode,
      by: actor.accountId,
      now,
    });
    await endRole(tx, { accountId: row.accountId, role: "applicant", by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "application.admit",
      subject: { kind: "application", id: row.id },
      details: { run: run.id, enrolment: enrolmentId },
      at: now,
    });
    const news = { town: run.town, startsOn: dateToDay(run.startsOn) };
    await writeToApplicant(tx, { accountId: row.accountId, news: "admitted", run: news, now });
    return enrolmentId;
  });
}

/** The run of a decision, within the actor's scope. @throws AppError invalid naming the field */
export async function runForDecision(tx: Tx, actor: Actor, runId: string) {
  const run = await tx.courseRun.findFirst({
    where: { AND: [{ id: runId }, whereRun(actor, "application:decide")] },
  });
  if (!run) throw new AppError("invalid", { field: "run", reason: "errors:choose" });
  return run;
}

/** People who wait for the run before this one; somebody not on its list comes after all of them. */
async function waitingAhead(tx: Tx, row: ApplicationRow, runId: string): Promise<number> {
  const onList = row.state === "waiting" && row.runId === runId && row.waitingPosition !== null;
  return tx.application.count({
    where: {
      runId,
      state: "waiting",
      id: { not: row.id },
      ...(onList ? { waitingPosition: { lt: row.waitingPosition! } } : {}),
    },
  });
}

async function refuseSecondCourse(tx: Tx, accountId: string): Promise<void> {
  const studies = await tx.enrolment.findFirst({
    where: { accountId, state: "active" },
    select: { id: true },
  });
  if (studies) throw new AppError("conflict", { field: "run", reason: "course:refusal.studiesAlready" });
}

/** Makes the enrolment; somebody who had left this very run comes back to the hours earned in it. */
async function enrol(tx: Tx, row: ApplicationRow, runId: string, now: Date): Promise<string> {
  const before = await tx.enrolment.findUnique({
    where: { runId_accountId: { runId, accountId: row.accountId } },
    select: { id: true },
  });
  const id = before?.id ?? randomUUID();
  const { birthDate, birthPlace } = applicationDetails(row);
  const values = {
    state: "active" as const,
    birthDateSealed: seal(birthDate, enrolmentPlace("birthDateSealed", id)),
    birthPlaceSealed: sealNullable(birthPlace, enrolmentPlace("birthPlaceSealed", id)),
    endedAt: null,
  };
  if (before) {
    await tx.enrolment.update({ where: { id }, data: { ...values, version: { increment: 1 } } });
  } else {
    await tx.enrolment.create({
      data: { ...values, id, runId, accountId: row.accountId, enrolledAt: now },
    });
  }
  return id;
}

async function enrolmentIdOf(tx: Tx, runId: string, accountId: string): Promise<string> {
  const row = await tx.enrolment.findUniqueOrThrow({
    where: { runId_accountId: { runId, accountId } },
    select: { id: true },
  });
  return row.id;
}
