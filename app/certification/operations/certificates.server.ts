import type { Actor } from "~/access/index.server";
import { nameOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unseal, unsealBytes, unsealNullable } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { parseContent, type CertificateContent } from "../document/content";
import { certificatePlace } from "../places";
import { certificateState, type CertificateState } from "../rules/certificate/certificate-state";
import { whereCertificate } from "./certificate-scope.server";

export interface CertificateDetail {
  id: string;
  content: CertificateContent;
  code: string;
  sha256: string;
  version: number;
  issuedByName: string;
  enrolmentId: string;
  runId: string;
  templateVersion: number;
  state: CertificateState;
  revoked: { at: string; reason: string; byName: string } | null;
  /** The certificate this one stands instead of, and the one that stands instead of it. */
  replaces: { id: string; number: string } | null;
  replacedBy: { id: string; number: string } | null;
  own: boolean;
  /** The actor may end it; a revoked one may still be issued anew. */
  mayRevoke: boolean;
  mayReissue: boolean;
}

const link = { select: { id: true, number: true } };

/** One certificate with everything printed on it. @throws AppError notFound */
export async function readCertificate(actor: Actor, id: string | undefined): Promise<CertificateDetail> {
  if (!isRowId(id)) throw new AppError("notFound");
  const row = await db().certificate.findFirst({
    where: { AND: [{ id }, whereCertificate(actor, "certificate:read")] },
    include: { enrolment: { select: { accountId: true, runId: true } }, replaces: link, replacedBy: link },
  });
  if (!row) throw new AppError("notFound");
  const own = row.enrolment.accountId === actor.accountId;
  const inHand =
    actor.can("certificate:revoke") &&
    !own &&
    (await db().certificate.count({
      where: { AND: [{ id }, whereCertificate(actor, "certificate:revoke")] },
    })) > 0;
  const reason = unsealNullable(row.revokeReasonSealed, certificatePlace("revokeReasonSealed", id));
  return {
    id,
    content: open(row.contentSealed, id),
    code: row.code,
    sha256: row.pdfSha256,
    version: row.version,
    issuedByName: (await nameOf(row.issuedById)) ?? "",
    enrolmentId: row.enrolmentId,
    runId: row.enrolment.runId,
    templateVersion: row.templateVersion,
    state: certificateState({
      revokedOn: row.revokedAt && dayOf(row.revokedAt),
      replacedBy: row.replacedBy?.number ?? null,
    }),
    replaces: row.replaces,
    replacedBy: row.replacedBy,
    revoked: row.revokedAt && {
      at: row.revokedAt.toISOString(),
      reason: reason ?? "",
      byName: (row.revokedById && (await nameOf(row.revokedById))) || "",
    },
    own,
    mayRevoke: inHand && row.revokedAt === null,
    mayReissue: inHand && row.replacedBy === null,
  };
}

/** The issued file, byte for byte; the download is an event. @throws AppError notFound */
export async function downloadCertificate(
  actor: Actor,
  id: string | undefined,
  { now }: { now: Date },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!isRowId(id)) throw new AppError("notFound");
  return inTransaction(async (tx) => {
    const row = await tx.certificate.findFirst({
      where: { AND: [{ id }, whereCertificate(actor, "certificate:read")] },
      select: { pdfSealed: true, number: true },
    });
    if (!row) throw new AppError("notFound");
    await audit(tx, {
      actor: actor.accountId,
      action: "certificate.download",
      subject: { kind: "certificate", id },
      at: now,
    });
    const bytes = unsealBytes(row.pdfSealed, certificatePlace("pdfSealed", id));
    return { bytes, fileName: `osvedceni-${row.number.replace("/", "-")}.pdf` };
  });
}

function open(contentSealed: string, id: string): CertificateContent {
  return parseContent(unseal(contentSealed, certificatePlace("contentSealed", id)));
}
