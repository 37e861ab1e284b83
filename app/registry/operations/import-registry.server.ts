import { createHash } from "node:crypto";
import { audit } from "~/platform/audit/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { isOpen } from "../rules/case-state";
import { planImport, type Fingerprints, type RegisterState } from "../rules/import-plan";
import {
  readCaseRows,
  readEvaluationRows,
  type CaseRow,
  type EvaluationRow,
  type ReadRows,
} from "../rules/import-rows";
import { decodeFile, type DecodedText, type ImportFile, type ImportProblem } from "../rules/import-table";
import { writeImport } from "./write-import.server";

/** The whole file of each kind, as bytes. */
export interface ImportFiles {
  cases: Uint8Array | null;
  evaluations: Uint8Array | null;
}

export interface ImportReport {
  /** When there is any, nothing was written. */
  problems: ImportProblem[];
  encodings: Partial<Record<ImportFile, DecodedText["encoding"]>>;
  cases: { added: number; ended: number; unchanged: number };
  evaluations: { added: number; unchanged: number };
  newCentres: { name: string; regionCode: string | null }[];
  newMentors: string[];
}

/** A hundred thousand rows take their time. */
const timeoutMs = 300_000;

/**
 * Brings rows of an older register in: all of them, or none when a single one is bad. The same files again
 * change nothing. `dryRun` says the same and writes nothing.
 */
export async function importRegistry(
  files: ImportFiles,
  { now, dryRun }: { now: Date; dryRun: boolean },
): Promise<ImportReport> {
  const today = dayOf(now);
  const encodings: ImportReport["encodings"] = {};
  const cases = readFile("cases", files.cases, encodings, (text) => readCaseRows(text, today));
  const evaluations = readFile("evaluations", files.evaluations, encodings, (text) =>
    readEvaluationRows(text, today),
  );
  return inTransaction(
    async (tx) => {
      // Two imports at once would both take the same rows for new.
      await lockRow(tx, "registry-import");
      const state = await registerState(tx, cases.rows, evaluations.rows);
      const plan = planImport(cases.rows, evaluations.rows, cases.mentioned, state, fingerprints);
      const problems = [...cases.problems, ...evaluations.problems, ...plan.problems].sort(inOrder);
      const report: ImportReport = {
        problems,
        encodings,
        cases: { added: plan.newCases.length, ended: plan.endedCases.length, unchanged: plan.unchangedCases },
        evaluations: { added: plan.newEvaluations.length, unchanged: plan.unchangedEvaluations },
        newCentres: [],
        newMentors: [],
      };
      if (problems.length > 0) return report;
      const made = await writeImport(tx, plan, { now, dryRun });
      const changes = plan.newCases.length + plan.endedCases.length + plan.newEvaluations.length;
      if (!dryRun && changes > 0) {
        const details = { cases: report.cases, evaluations: report.evaluations };
        await audit(tx, { actor: null, action: "registry.import", details, at: now });
      }
      return { ...report, ...made };
    },
    { timeoutMs },
  );
}

function readFile<Row>(
  file: ImportFile,
  bytes: Uint8Array | null,
  encodings: ImportReport["encodings"],
  read: (text: string) => ReadRows<Row>,
): ReadRows<Row> {
  const nothing: ReadRows<Row> = { rows: [], problems: [], mentioned: new Set() };
  if (bytes === null) return nothing;
  const decoded = decodeFile(bytes);
  if (typeof decoded === "string") {
    return { ...nothing, problems: [{ file, line: null, column: null, reason: decoded }] };
  }
  encodings[file] = decoded.encoding;
  return read(decoded.text);
}

const fingerprints: Fingerprints = {
  key: (kind, natural) => sha256(`${kind}\0${natural}`),
  content: (parts) => sha256(JSON.stringify(parts)),
};

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What the register holds about the clients of the files. */
async function registerState(
  tx: Tx,
  cases: readonly CaseRow[],
  evaluations: readonly EvaluationRow[],
): Promise<RegisterState> {
  const codes = new Set([...cases, ...evaluations].map(({ clientCode }) => clientCode));
  const imported = await tx.importedRow.findMany({ select: { key: true, content: true, subjectId: true } });
  const clients = await tx.client.findMany({
    where: { code: { in: [...codes] } },
    select: {
      code: true,
      cases: {
        select: {
          id: true,
          state: true,
          assignments: { select: { startedOn: true, openCaseId: true, mentor: { select: { code: true } } } },
        },
      },
    },
  });
  const centres = await tx.organisation.findMany({
    where: { kind: "probation_centre" },
    select: { name: true },
  });
  return {
    imported: new Map(imported.map(({ key, ...row }) => [key, row])),
    centres: centres.map(({ name }) => name),
    clients: new Map(
      clients.map(({ code, cases: known }) => [
        code,
        {
          cases: known.map(({ id, state, assignments }) => {
            const starts = assignments.flatMap(({ startedOn }) => (startedOn ? dateToDay(startedOn) : []));
            return {
              id,
              isOpen: isOpen(state),
              startedOn: starts.sort()[0] ?? null,
              openMentorCode: assignments.find(({ openCaseId }) => openCaseId !== null)?.mentor.code ?? null,
            };
          }),
        },
      ]),
    ),
  };
}

function inOrder(one: ImportProblem, other: ImportProblem): number {
  return one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0);
}
