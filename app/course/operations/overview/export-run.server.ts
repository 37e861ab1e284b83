import { createHash } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { drawPaper } from "~/certification/index.server";
import { audit } from "~/platform/audit/index.server";
import { csvOf } from "~/platform/csv";
import { inTransaction } from "~/platform/db/index.server";
import { zipOf, type ArchivedFile } from "~/platform/zip";
import { runOf, type RunFacts } from "../runs.server";
import { collectRun } from "./export/collect.server";
import { attendancePaper, examPaper, registerPaper } from "./export/forms.server";
import {
  attendanceRows,
  examRows,
  ledgerRows,
  registerRows,
  summaryRows,
  testRows,
} from "./export/tables.server";
import { exportWords } from "./export/words.server";

/**
 * A run for its accreditation file: tables and forms in one ZIP with a manifest of their SHA-256. The same
 * data give the same bytes. Neither entry conditions nor anything an applicant wrote is in it.
 * @throws AppError notFound outside the actor's runs
 */
export async function exportRun(
  actor: Actor,
  runId: string,
  { now }: { now: Date },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const run = await runOf(actor, "run:export", runId);
  const files = await filesOf(run);
  const bytes = zipOf([...files, manifestOf(run, files)]);
  const words = await exportWords();
  await inTransaction((tx) =>
    audit(tx, {
      actor: actor.accountId,
      action: "run.export",
      subject: { kind: "run", id: run.id },
      details: { files: files.length + 1, sha256: sha256(bytes) },
      at: now,
    }),
  );
  return { bytes, fileName: `${words.t("file.fileName")}-${slugOf(run.name)}-${run.startsOn}.zip` };
}

async function filesOf(run: RunFacts): Promise<ArchivedFile[]> {
  const record = await collectRun(run);
  const words = await exportWords();
  const { t } = words;
  const tables = [
    ["register", registerRows],
    ["summary", summaryRows],
    ["attendance", attendanceRows],
    ["ledger", ledgerRows],
    ["tests", testRows],
    ["exam", examRows],
  ] as const;
  const papers = [
    ["registerPdf", registerPaper],
    ["attendancePdf", attendancePaper],
    ["examPdf", examPaper],
  ] as const;
  const files: ArchivedFile[] = tables.map(([name, rows]) => ({
    name: `${t(`file.${name}`)}.csv`,
    bytes: Buffer.from(csvOf(rows(record, words)), "utf8"),
  }));
  for (const [name, paper] of papers)
    files.push({ name: `${t(`file.${name}`)}.pdf`, bytes: await drawPaper(paper(record, words)) });
  return files;
}

/** What is in the archive and how to check that nobody changed it. */
function manifestOf(run: RunFacts, files: readonly ArchivedFile[]): ArchivedFile {
  const { id, name, town, startsOn, endsOn, accreditationNumber } = run;
  const manifest = {
    format: 1,
    run: { id, name, town, startsOn, endsOn, accreditationNumber },
    files: files.map((file) => ({
      name: file.name,
      bytes: file.bytes.byteLength,
      sha256: sha256(file.bytes),
    })),
  };
  return { name: "manifest.json", bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8") };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A name as a file's name bears it everywhere: no accents, no spaces. */
function slugOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 60) || "kurz";
}
