import { randomUUID } from "node:crypto";
import { endRole, giveRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, sealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { applicationDetails, applicationPlace, type ApplicationRow } from "../application-row.server";
import { enrolmentPlace } from "../enrolments.server";
import { writeToApplicant } from "../letters.server";

export interface TakingIn {
  row: ApplicationRow;
  run: { id: string; town: string; regionCode: string; startsOn: Date };
  /** Who decided; null when the rule offered the place. */
  decidedBy: string | null;
  /** Who acts now: the coordinator, or the applicant who accepts an offer. */
  actorId: string;
  /** Grantor of the role; null is the portal itself. */
  grantedBy: string | null;
  reason?: string;
  now: Date;
}

/**
 * Gives an applicant the place: decision, enrolment, role and letter together. The caller holds the run's
 * lock and has seen that there is a place.
 * @returns id of the enrolment
 * @throws AppError stale when the application changed meanwhile, conflict when the person studies already
 */
export async function takeIn(
  tx: Tx,
  { row, run, actorId, grantedBy, now, ...rest }: TakingIn,
): Promise<string> {
  await refuseSecondCourse(tx, row.accountId);
  const { count } = await tx.application.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      state: "admitted",
      runId: run.id,
      waitingPosition: null,
      decidedAt: now,
      decidedById: rest.decidedBy,
      decisionReasonSealed: sealNullable(rest.reason, applicationPlace("decisionReasonSealed", row.id)),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  const enrolmentId = await enrol(tx, row, run.id, now);
  const { accountId } = row;
  await giveRole(tx, { accountId, role: "trainee", regionCode: run.regionCode, by: grantedBy, now });
  await endRole(tx, { accountId, role: "applicant", by: grantedBy, now });
  await audit(tx, {
    actor: actorId,
    action: "application.admit",
    subject: { kind: "application", id: row.id },
    details: { run: run.id, enrolment: enrolmentId },
    at: now,
  });
  const news = { town: run.town, startsOn: dateToDay(run.startsOn) };
  await writeToApplicant(tx, { accountId, news: "admitted", run: news, now });
  return enrolmentId;
}

/** The enrolment somebody has in a run. */
export async function enrolmentIdOf(tx: Tx, runId: string, accountId: string): Promise<string> {
  const row = await tx.enrolment.findUniqueOrThrow({
    where: { runId_accountId: { runId, accountId } },
    select: { id: true },
  });
  return row.id;
}

/** A run that is closed holds nobody back, whatever its enrolment says. */
async function refuseSecondCourse(tx: Tx, accountId: string): Promise<void> {
  const studies = await tx.enrolment.findFirst({
    where: { accountId, state: "active", run: { state: { not: "closed" } } },
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
    await tx.enrolment.create({ data: { ...values, id, runId, accountId: row.accountId, enrolledAt: now } });
  }
  return id;
}
