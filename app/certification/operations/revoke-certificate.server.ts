import type { Actor } from "~/access/index.server";
import { endRole } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { seal } from "~/platform/crypto/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { certificatePlace } from "../places";
import { whereCertificate } from "./certificate-scope.server";
import { lockMentor } from "./mentors/lock-mentor.server";

/**
 * Revokes a certificate: from now on its public page says so, and the person is a mentor no longer.
 * @throws AppError notFound outside the actor's scope, stale, forbidden for one's own
 */
export async function revokeCertificate(
  actor: Actor,
  { id, version, reason }: { id: string; version: number; reason: string },
  { now }: { now: Date },
): Promise<void> {
  if (!isRowId(id)) throw new AppError("notFound");
  await inTransaction(async (tx) => {
    const certificate = await tx.certificate.findFirst({
      where: { AND: [{ id }, whereCertificate(actor, "certificate:revoke")] },
      select: { revokedAt: true, enrolment: { select: { accountId: true } } },
    });
    if (!certificate) throw new AppError("notFound");
    const { accountId } = certificate.enrolment;
    if (accountId === actor.accountId)
      throw new AppError("forbidden", { reason: "certification:refusal.own" });
    if (certificate.revokedAt) return;
    // Whoever renews the mentor at this moment waits, or is waited for.
    const mentor = await tx.mentor.findUnique({ where: { accountId }, select: { id: true } });
    if (mentor) await lockMentor(tx, mentor.id);
    const { count } = await tx.certificate.updateMany({
      where: { id, version, revokedAt: null },
      data: {
        revokedAt: now,
        revokedById: actor.accountId,
        revokeReasonSealed: seal(reason, certificatePlace("revokeReasonSealed", id)),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    await tx.mentor.updateMany({
      where: { accountId, endedOn: null },
      data: { endedOn: dayToDate(dayOf(now)), version: { increment: 1 } },
    });
    await endRole(tx, { accountId, role: "mentor", by: actor.accountId, now });
    await audit(tx, {
      actor: actor.accountId,
      action: "certificate.revoke",
      subject: { kind: "certificate", id },
      at: now,
    });
  });
}
