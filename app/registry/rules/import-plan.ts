import type { CaseRow, EvaluationRow } from "./import-rows";
import { caseColumns, evaluationColumns } from "./import-rows";
import type { ImportProblem } from "./import-table";
import { plainWords } from "./client-code";

/** What checked rows change in a register that may hold some of them already. */

export interface KnownRow {
  /** Fingerprint of the whole row when it was imported. */
  content: string;
  subjectId: string;
}

/** A client the register knows, however it came there. */
export interface KnownClientCases {
  cases: { id: string; startedOn: string | null; isOpen: boolean; openMentorCode: string | null }[];
}

export interface RegisterState {
  /** Imported rows by key. */
  imported: ReadonlyMap<string, KnownRow>;
  clients: ReadonlyMap<string, KnownClientCases>;
  /** Names of probation centres. */
  centres: readonly string[];
}

export interface Fingerprints {
  key(kind: "case" | "evaluation", natural: string): string;
  content(parts: readonly (string | boolean | null)[]): string;
}

export interface ImportPlan {
  newCases: { row: CaseRow; key: string; content: string }[];
  /** Cases of earlier imports whose work has ended since. */
  endedCases: { row: CaseRow; key: string; content: string; caseId: string }[];
  unchangedCases: number;
  newEvaluations: {
    row: EvaluationRow;
    key: string;
    content: string;
    /** null: a case of this import. */ caseId: string | null;
  }[];
  unchangedEvaluations: number;
  problems: ImportProblem[];
}

/**
 * Decides row by row. A row is the same when its natural key (client; client and day) and content are; a case
 * whose end was filled in since is brought up to date; any other difference is refused, because the file
 * must not silently overwrite what the register says.
 * @param mentioned codes of the file of cases, also of its bad rows
 */
export function planImport(
  cases: readonly CaseRow[],
  evaluations: readonly EvaluationRow[],
  mentioned: ReadonlySet<string>,
  state: RegisterState,
  fingerprints: Fingerprints,
): ImportPlan {
  const plan: ImportPlan = {
    newCases: [],
    endedCases: [],
    unchangedCases: 0,
    newEvaluations: [],
    unchangedEvaluations: 0,
    problems: [],
  };
  for (const row of cases) planCase(plan, row, state, fingerprints);
  const startOf = new Map(plan.newCases.map(({ row }) => [row.clientCode, row.startedOn]));
  for (const row of evaluations) planEvaluation(plan, row, { startOf, mentioned, state, fingerprints });
  return plan;
}

function planCase(plan: ImportPlan, row: CaseRow, state: RegisterState, fingerprints: Fingerprints): void {
  const refuse = (column: string | null, reason: ImportProblem["reason"], values?: ImportProblem["values"]) =>
    void plan.problems.push({ file: "cases", line: row.line, column, reason, ...(values ? { values } : {}) });
  const key = fingerprints.key("case", row.clientCode);
  const content = fingerprints.content(contentOfCase(row, row.endedOn));
  const known = state.imported.get(key);
  if (!known) {
    if (state.clients.has(row.clientCode))
      return refuse(caseColumns.client, "codeTaken", { value: row.clientCode });
    const spelt = state.centres.find(
      (name) => name !== row.centre && plainWords(name) === plainWords(row.centre),
    );
    if (spelt && !state.centres.includes(row.centre)) {
      return refuse(caseColumns.centre, "centreSpelling", { value: row.centre, known: spelt });
    }
    plan.newCases.push({ row, key, content });
    return;
  }
  if (known.content === content) {
    plan.unchangedCases += 1;
    return;
  }
  const endIsNew = row.endedOn !== null && known.content === fingerprints.content(contentOfCase(row, null));
  const found = state.clients.get(row.clientCode)?.cases.find(({ id }) => id === known.subjectId);
  if (endIsNew && found?.isOpen && found.openMentorCode === row.mentorCode) {
    plan.endedCases.push({ row, key, content, caseId: found.id });
    return;
  }
  refuse(null, "differs", { value: row.clientCode });
}

interface EvaluationContext {
  /** First day of work of the cases this import adds. */
  startOf: ReadonlyMap<string, string | null>;
  mentioned: ReadonlySet<string>;
  state: RegisterState;
  fingerprints: Fingerprints;
}

function planEvaluation(plan: ImportPlan, row: EvaluationRow, context: EvaluationContext): void {
  const { startOf, mentioned, state, fingerprints } = context;
  const refuse = (column: string, reason: ImportProblem["reason"], values?: ImportProblem["values"]) =>
    void plan.problems.push({
      file: "evaluations",
      line: row.line,
      column,
      reason,
      ...(values ? { values } : {}),
    });
  const key = fingerprints.key("evaluation", `${row.clientCode} ${row.signedOn}`);
  const { answers } = row;
  const content = fingerprints.content([
    ...[row.clientCode, row.signedOn],
    ...[answers.cooperation, answers.sentence, answers.skills, answers.information, row.successful],
  ]);
  const known = state.imported.get(key);
  if (known) {
    if (known.content === content) plan.unchangedEvaluations += 1;
    else refuse(evaluationColumns.signed, "evaluationDiffers", { value: row.clientCode });
    return;
  }
  const inRegister = state.clients.get(row.clientCode)?.cases ?? [];
  const isNew = startOf.has(row.clientCode);
  if (!isNew && inRegister.length === 0) {
    // A bad row of the other file is reported there, once.
    if (!mentioned.has(row.clientCode))
      refuse(evaluationColumns.client, "unknownClient", { value: row.clientCode });
    return;
  }
  if (inRegister.length > 1)
    return refuse(evaluationColumns.client, "severalCases", { value: row.clientCode });
  const startedOn = isNew ? (startOf.get(row.clientCode) ?? null) : (inRegister[0]?.startedOn ?? null);
  if (startedOn === null) return refuse(evaluationColumns.signed, "notStarted", { value: row.clientCode });
  if (row.signedOn < startedOn)
    return refuse(evaluationColumns.signed, "evaluationBeforeStart", { day: startedOn });
  plan.newEvaluations.push({ row, key, content, caseId: inRegister[0]?.id ?? null });
}

function contentOfCase(row: CaseRow, endedOn: string | null): (string | null)[] {
  const { centre, clientCode, type, mentorCode, sanction, referredOn, startedOn } = row;
  return [centre, clientCode, type, mentorCode, sanction, referredOn, startedOn, endedOn];
}
