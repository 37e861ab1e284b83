import type { Actor } from "~/access/index.server";
import { nameOf } from "~/people/index.server";
import { audit } from "~/platform/audit/index.server";
import { unseal, unsealBytes, unsealNullable } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { db, inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { foldText } from "../rules/fold-text";
import { parseContent, type CertificateContent } from "../document/content";
import { certificatePlace } from "../places";
import { whereCertificate } from "./certificate-scope.server";

/** A certificate in the register. */
export interface CertificateRow {
  id: string;
  number: string;
  name: string;
  runName: string;
  issuedOn: string;
  revokedOn: string | null;
}

export interface RegisterFilter {
  /** Name or number, in part. */
  search: string;
  state: "all" | "valid" | "revoked";
  page: number;
}

export interface CertificateDetail {
  id: string;
  content: CertificateContent;
  code: string;
  sha256: string;
  version: number;
  issuedByName: string;
  enrolmentId: string;
  runId: string;
  revoked: { at: string; reason: string; byName: string } | null;
  own: boolean;
  mayRevoke: boolean;
}

const pageSize = 25;

/** Certificates the actor may see, the newest first. Names are sealed, so they are searched after opening. */
export async function listCertificates(
  actor: Actor,
  { search, state, page }: RegisterFilter,
): Promise<{ rows: CertificateRow[]; total: number; page: number; pages: number }> {
  const rows = await db().certificate.findMany({
    where: {
      AND: [
        whereCertificate(actor, "certificate:read"),
        state === "all" ? {} : { revokedAt: state === "valid" ? null : { not: null } },
      ],
    },
    select: { id: true, number: true, contentSealed: true, issuedAt: true, revokedAt: true },
    orderBy: [{ year: "desc" }, { sequence: "desc" }],
  });
  const wanted = foldText(search);
  const found = rows
    .map(({ id, number, contentSealed, issuedAt, revokedAt }) => {
      const { name, runName } = open(contentSealed, id);
      const revokedOn = revokedAt && dayOf(revokedAt);
      return { id, number, name, runName, issuedOn: dayOf(issuedAt), revokedOn };
    })
    .filter(({ name, number }) => foldText(`${name} ${number}`).includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const from = (shown - 1) * pageSize;
  return { rows: found.slice(from, from + pageSize), total: found.length, page: shown, pages };
}

/** One certificate with everything printed on it. @throws AppError notFound */
export async function readCertificate(actor: Actor, id: string | undefined): Promise<CertificateDetail> {
  if (!isRowId(id)) throw new AppError("notFound");
  const row = await db().certificate.findFirst({
    where: { AND: [{ id }, whereCertificate(actor, "certificate:read")] },
    include: { enrolment: { select: { accountId: true, runId: true } } },
  });
  if (!row) throw new AppError("notFound");
  const own = row.enrolment.accountId === actor.accountId;
  const revocable = actor.can("certificate:revoke") && !own && row.revokedAt === null;
  const mayRevoke =
    revocable &&
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
    revoked: row.revokedAt && {
      at: row.revokedAt.toISOString(),
      reason: reason ?? "",
      byName: (row.revokedById && (await nameOf(row.revokedById))) || "",
    },
    own,
    mayRevoke,
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
