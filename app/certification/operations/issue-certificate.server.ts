import type { Actor } from "~/access/index.server";
import { enrolmentById, graduateEnrolment, lockEnrolment, whereEnrolment } from "~/course/index.server";
import { giveRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import type { TraineeStanding } from "../rules/trainee-standing";
import { timeoutMs, writeCertificate } from "./certificate/write-certificate.server";
import { certificateContent } from "./certificate-content.server";
import { becomeMentor } from "./mentors.server";
import { inTurn } from "./own-turn.server";
import { standingOfTrainees } from "./standing.server";
import { tellGraduate } from "./tell-graduate.server";

/**
 * Certifies a trainee who has done everything: the certificate with the next number of the year, the role and
 * the row of a mentor, the end of the enrolment, all or nothing. A trainee certified before gets the same
 * certificate again.
 * @param input.id made by the form
 * @throws AppError notFound outside the actor's scope, forbidden for oneself, conflict when something is missing
 */
export async function issueCertificate(
  actor: Actor,
  input: { id: string; enrolmentId: string },
  { now }: { now: Date },
): Promise<{ id: string; number: string }> {
  if (!isRowId(input.enrolmentId)) throw new AppError("notFound");
  return inTurn(() => inTransaction((tx) => issue(tx, actor, input, now), { timeoutMs }));
}

async function issue(
  tx: Tx,
  actor: Actor,
  { id, enrolmentId }: { id: string; enrolmentId: string },
  now: Date,
): Promise<{ id: string; number: string }> {
  const visible = await tx.enrolment.count({
    where: { AND: [{ id: enrolmentId }, whereEnrolment(actor, "certificate:issue")] },
  });
  if (visible === 0) throw new AppError("notFound");
  await lockEnrolment(tx, enrolmentId);
  const standing = (await standingOfTrainees({ enrolmentIds: [enrolmentId] }, tx)).get(enrolmentId);
  const enrolment = await enrolmentById(enrolmentId, tx);
  if (!standing || !enrolment) throw new AppError("notFound");
  if (standing.certificate && !standing.certificate.revokedOn) return standing.certificate;
  const examOn = requireReady(standing, actor);

  const { number } = await writeCertificate(tx, {
    id,
    enrolmentId,
    ruleVersion: standing.graduation.ruleVersion,
    issuedById: actor.accountId,
    now,
    content: (given) => certificateContent(tx, { enrolment, examOn, ...given }),
  });
  const { accountId, run } = enrolment;
  await graduateEnrolment(tx, { enrolmentId, actorId: actor.accountId, now });
  const mentor = await becomeMentor(tx, { accountId, regionCode: run.regionCode, now });
  await giveRole(tx, {
    accountId,
    role: "mentor",
    organisationId: run.organisationId,
    regionCode: run.regionCode,
    by: actor.accountId,
    now,
  });
  await audit(tx, {
    actor: actor.accountId,
    action: "certificate.issue",
    subject: { kind: "certificate", id },
    details: { number, enrolmentId, mentor: mentor.code, ruleVersion: standing.graduation.ruleVersion },
    at: now,
  });
  await tellGraduate(tx, { accountId, certificateId: id, now });
  return { id, number };
}

/** The day of the passed exam, when everything else is done too. */
function requireReady(standing: TraineeStanding, actor: Actor): string {
  if (standing.accountId === actor.accountId) {
    throw new AppError("forbidden", { reason: "certification:refusal.own" });
  }
  if (standing.state !== "active")
    throw new AppError("conflict", { reason: "certification:refusal.notActive" });
  if (!standing.graduation.complete || standing.examPassedOn === null) {
    throw new AppError("conflict", { reason: "certification:refusal.incomplete" });
  }
  return standing.examPassedOn;
}
