import type { Actor } from "~/access/index.server";
import certification from "~/i18n/cs/certification";
import { birthOf, enrolmentById, lockEnrolment } from "~/course/index.server";
import { giveRole, nameOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal, unseal } from "~/platform/crypto/index.server";
import { inTransaction, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { parseContent } from "../../document/content";
import { certificatePlace } from "../../places";
import { isReissueReason, type ReissueReason } from "../../rules/certificate/reissue";
import { whereCertificate } from "../certificate-scope.server";
import { becomeMentor } from "../mentors.server";
import { isEndedByDecision } from "../mentors/ended-by-decision.server";
import { inTurn } from "../own-turn.server";
import { tellGraduate } from "../tell-graduate.server";
import { timeoutMs, writeCertificate } from "./write-certificate.server";

export interface ReissueInput {
  /** Id of the new certificate, made by the form. */
  id: string;
  replaced: string;
  version: number;
  reason: ReissueReason;
}

/**
 * Issues a certificate instead of another one: the name and the birth data as they are now, everything else
 * as the old one says. The old one is revoked as replaced, and whoever is a mentor stays one without a gap;
 * one revoked by mistake keeps its own revocation, and the person is a mentor again, unless a coordinator's
 * decision had ended that. Asking again gives the same new certificate.
 * @throws AppError notFound outside the actor's scope, forbidden for one's own, conflict when the old one is
 *   replaced by another, stale, invalid for a reason that does not fit the old one's state
 */
export async function reissueCertificate(
  actor: Actor,
  input: ReissueInput,
  { now }: { now: Date },
): Promise<{ id: string; number: string }> {
  if (!isRowId(input.replaced)) throw new AppError("notFound");
  return inTurn(() => inTransaction((tx) => reissue(tx, actor, input, now), { timeoutMs }));
}

async function reissue(
  tx: Tx,
  actor: Actor,
  { id, replaced, version, reason }: ReissueInput,
  now: Date,
): Promise<{ id: string; number: string }> {
  const where = { AND: [{ id: replaced }, whereCertificate(actor, "certificate:revoke")] };
  const seen = await tx.certificate.findFirst({ where, select: { enrolmentId: true } });
  if (!seen) throw new AppError("notFound");
  await lockEnrolment(tx, seen.enrolmentId);
  const old = await tx.certificate.findUniqueOrThrow({
    where: { id: replaced },
    include: { replacedBy: { select: { id: true, number: true } } },
  });
  const enrolment = await enrolmentById(old.enrolmentId, tx);
  if (!enrolment) throw new AppError("notFound");
  const { accountId, run } = enrolment;
  if (accountId === actor.accountId) throw new AppError("forbidden", { reason: "certification:refusal.own" });
  if (old.replacedBy) {
    if (old.replacedBy.id === id) return old.replacedBy;
    throw new AppError("conflict", { reason: "certification:refusal.replaced" });
  }
  const wasRevoked = old.revokedAt !== null;
  if (!isReissueReason(reason, { revoked: wasRevoked })) {
    throw new AppError("invalid", { field: "why", reason: "certification:refusal.reissueReason" });
  }
  const { count } = await tx.certificate.updateMany({
    where: { id: replaced, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");

  const content = parseContent(unseal(old.contentSealed, certificatePlace("contentSealed", replaced)));
  const name = await nameOf(accountId, tx);
  if (!name) throw new AppError("notFound");
  const birth = await birthOf(tx, enrolment.id);
  const replaces = { number: content.number, issuedOn: content.issuedOn };
  const made = await writeCertificate(tx, {
    id,
    enrolmentId: enrolment.id,
    replacesId: replaced,
    ruleVersion: old.ruleVersion,
    issuedById: actor.accountId,
    now,
    content: (given) => Promise.resolve({ ...content, ...given, name, ...birth, replaces }),
  });
  if (wasRevoked) {
    const { regionCode, organisationId } = run;
    // The certificate comes back; whom a coordinator had ended as a mentor, a coordinator renews.
    if (!(await isEndedByDecision(tx, accountId, now))) {
      await becomeMentor(tx, { accountId, regionCode, now });
      await giveRole(tx, { accountId, role: "mentor", organisationId, regionCode, by: actor.accountId, now });
    }
  } else {
    const words = certification.reissue.replaced[reason].replace("{{number}}", made.number);
    await tx.certificate.update({
      where: { id: replaced },
      data: {
        revokedAt: now,
        revokedById: actor.accountId,
        revokeReasonSealed: seal(words, certificatePlace("revokeReasonSealed", replaced)),
      },
    });
  }
  await audit(tx, {
    actor: actor.accountId,
    action: "certificate.reissue",
    subject: { kind: "certificate", id },
    details: { number: made.number, replaced, replacedNumber: old.number, reason },
    at: now,
  });
  await tellGraduate(tx, { accountId, certificateId: id, now, letter: "reissued" });
  return made;
}
