import { createHash, randomBytes } from "node:crypto";
import { config } from "~/platform/config.server";
import { seal, sealBytes } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { CertificateContent } from "../../document/content";
import { drawCertificate } from "../../document/draw-certificate.server";
import { certificatePlace } from "../../places";
import { codeBytes, codeFrom } from "../../rules/certificate-code";
import { certificateNumber } from "../../rules/numbering";
import { drawStatusIndex } from "./status-index.server";

/** Longest time one certificate may take, its turn at the numbers included. */
export const timeoutMs = 60_000;

interface NewCertificate {
  id: string;
  enrolmentId: string;
  replacesId?: string;
  ruleVersion: number;
  issuedById: string;
  now: Date;
  /** What is printed, once number and code are known. */
  content: (given: { number: string; code: string; issuedOn: string }) => Promise<CertificateContent>;
}

/**
 * Writes a certificate with the next number of the year and its file. Others wait from the number to the end
 * of the transaction, so that one that fails leaves no gap.
 * @throws AppError conflict for the id of another certificate
 */
export async function writeCertificate(
  tx: Tx,
  { id, enrolmentId, replacesId, ruleVersion, issuedById, now, content: contentOf }: NewCertificate,
): Promise<{ id: string; number: string }> {
  if ((await tx.certificate.count({ where: { id } })) > 0) throw new AppError("conflict");
  const issuedOn = dayOf(now);
  const year = Number(issuedOn.slice(0, 4));
  await lockRow(tx, `certificate-number:${year}`);
  const { _max } = await tx.certificate.aggregate({ where: { year }, _max: { sequence: true } });
  const sequence = (_max.sequence ?? 0) + 1;
  const number = certificateNumber(year, sequence);
  const code = codeFrom(randomBytes(codeBytes));
  const content = await contentOf({ number, code, issuedOn });
  const pdf = await drawCertificate(content, config().publicUrl);
  await tx.certificate.create({
    data: {
      id,
      enrolmentId,
      replacesId: replacesId ?? null,
      number,
      year,
      sequence,
      code,
      contentSealed: seal(JSON.stringify(content), certificatePlace("contentSealed", id)),
      templateVersion: content.templateVersion,
      ruleVersion,
      pdfSealed: sealBytes(pdf, certificatePlace("pdfSealed", id)),
      pdfSha256: createHash("sha256").update(pdf).digest("hex"),
      statusIndex: await drawStatusIndex(tx),
      issuedAt: now,
      issuedById,
    },
  });
  return { id, number };
}
