import { createHash } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { whereRun } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { unsealBytes } from "~/platform/crypto/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { isRowId } from "~/platform/row-id";
import { zipOf, type ArchivedFile } from "~/platform/zip";
import { certificatePlace } from "../../places";
import { whereCertificate } from "../certificate-scope.server";

/**
 * Valid certificates of a run for printing: one PDF each, by number, and a manifest of their SHA-256. The
 * same certificates give the same bytes; no name is in the names of files.
 * @throws AppError notFound outside the actor's runs
 */
export async function zipRunCertificates(
  actor: Actor,
  runId: string | undefined,
  { now }: { now: Date },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!isRowId(runId)) throw new AppError("notFound");
  return inTransaction(async (tx) => {
    const run = await tx.courseRun.findFirst({
      where: { AND: [{ id: runId }, whereRun(actor, "certificate:issue")] },
      select: { id: true },
    });
    if (!run) throw new AppError("notFound");
    const rows = await tx.certificate.findMany({
      where: {
        AND: [{ enrolment: { runId }, revokedAt: null }, whereCertificate(actor, "certificate:issue")],
      },
      select: { id: true, number: true, pdfSealed: true, pdfSha256: true },
      orderBy: [{ year: "asc" }, { sequence: "asc" }],
    });
    const files: ArchivedFile[] = rows.map(({ id, number, pdfSealed }) => ({
      name: `osvedceni-${number.replace("/", "-")}.pdf`,
      bytes: unsealBytes(pdfSealed, certificatePlace("pdfSealed", id)),
    }));
    const manifest = {
      format: 1,
      run: runId,
      certificates: rows.map(({ number, pdfSha256 }) => ({ number, sha256: pdfSha256 })),
    };
    const bytes = zipOf([
      ...files,
      { name: "manifest.json", bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8") },
    ]);
    await audit(tx, {
      actor: actor.accountId,
      action: "certificate.zip",
      subject: { kind: "run", id: runId },
      details: {
        certificates: rows.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
      at: now,
    });
    return { bytes, fileName: `osvedceni-${runId.slice(0, 8)}.zip` };
  });
}
