import { createHash } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import { audit } from "~/platform/audit/index.server";
import { csvOf } from "~/platform/csv";
import { inTransaction } from "~/platform/db/index.server";
import type { ExportPurpose } from "../../codes";
import { findCertificates, type RegisterFilter } from "./register.server";

/**
 * The register as a table for spreadsheets: the certificates the actor keeps a list of, narrowed as on the
 * page. No birth data, no codes. What it is for is written into it and into the audit.
 */
export async function exportRegister(
  actor: Actor,
  filter: RegisterFilter,
  { purpose, now }: { purpose: ExportPurpose; now: Date },
): Promise<string> {
  const rows = await findCertificates(actor, "certificate:list", filter);
  const t = await translator("cs", "certification");
  const columns = [
    "number",
    "name",
    "run",
    "issued",
    "state",
    "revokedOn",
    "replaces",
    "replacedBy",
    "template",
  ] as const;
  const csv = csvOf([
    columns.map((column) => t(`csv.${column}`)),
    ...rows.map((row) => [
      row.number,
      row.name,
      row.runName,
      row.issuedOn,
      t(`register.stateWord.${row.state}`),
      row.revokedOn ?? "",
      row.replaces?.number ?? "",
      row.replacedBy?.number ?? "",
      row.templateVersion,
    ]),
    [t("csv.purpose", { purpose: t(`register.purposes.${purpose}`) })],
  ]);
  await inTransaction((tx) =>
    audit(tx, {
      actor: actor.accountId,
      action: "certificate.export",
      subject: { kind: "certificate-register", id: actor.accountId },
      details: {
        purpose,
        certificates: rows.length,
        sha256: createHash("sha256").update(csv, "utf8").digest("hex"),
      },
      at: now,
    }),
  );
  return csv;
}
