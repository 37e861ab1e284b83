import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { enrolmentById, graduateEnrolment, lockEnrolment, whereEnrolment } from "~/course/index.server";
import { giveRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { config } from "~/platform/config.server";
import { seal, sealBytes } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { templateVersion } from "../document/content";
import { drawCertificate } from "../document/draw-certificate.server";
import { certificatePlace } from "../places";
import { codeBytes, codeFrom } from "../rules/certificate-code";
import { certificateNumber } from "../rules/numbering";
import type { TraineeStanding } from "../rules/trainee-standing";
import { certificateContent } from "./certificate-content.server";
import { becomeMentor } from "./mentors.server";
import { inTurn } from "./own-turn.server";
import { standingOfTrainees } from "./standing.server";
import { tellGraduate } from "./tell-graduate.server";

/** Longest time one certificate may take, its turn at the numbers included. */
const timeoutMs = 60_000;

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

  const year = Number(dayOf(now).slice(0, 4));
  await lockRow(tx, `certificate-number:${year}`);
  const { _max } = await tx.certificate.aggregate({ where: { year }, _max: { sequence: true } });
  const sequence = (_max.sequence ?? 0) + 1;
  const number = certificateNumber(year, sequence);
  const code = codeFrom(randomBytes(codeBytes));
  const content = await certificateContent(tx, { enrolment, number, code, examOn, issuedOn: dayOf(now) });
  const pdf = await drawCertificate(content, config().publicUrl);

  await tx.certificate.create({
    data: {
      id,
      enrolmentId,
      number,
      year,
      sequence,
      code,
      contentSealed: seal(JSON.stringify(content), certificatePlace("contentSealed", id)),
      templateVersion,
      ruleVersion: standing.graduation.ruleVersion,
      pdfSealed: sealBytes(pdf, certificatePlace("pdfSealed", id)),
      pdfSha256: createHash("sha256").update(pdf).digest("hex"),
      issuedAt: now,
      issuedById: actor.accountId,
    },
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
