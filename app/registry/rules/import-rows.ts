import type { ClientType, Sanction } from "../codes";
import { plainWords } from "./client-code";
import { RowReader } from "./import-fields";
import { readTable, type ImportProblem, type TableRow } from "./import-table";

/** The two files of the older register, checked row by row. */

export const caseColumns = {
  centre: "Středisko PMS",
  client: "Kód klienta",
  type: "Typ klienta",
  mentor: "Kód mentora",
  sanction: "Opatření",
  referred: "Datum doporučení",
  started: "Zahájení práce mentora",
  ended: "Ukončení práce mentora",
} as const;

export const evaluationColumns = {
  client: "Kód klienta",
  signed: "Datum hodnocení",
  cooperation: "Spolupráce s PMS",
  sentence: "Výkon trestu",
  skills: "Dovednosti",
  information: "Informace pro PMS",
  successful: "Intervence úspěšná",
} as const;

export interface CaseRow {
  line: number;
  centre: string;
  clientCode: string;
  type: ClientType;
  mentorCode: string | null;
  sanction: Sanction;
  referredOn: string;
  startedOn: string | null;
  endedOn: string | null;
}

export interface EvaluationRow {
  line: number;
  clientCode: string;
  signedOn: string;
  answers: { cooperation: boolean; sentence: boolean; skills: boolean; information: boolean };
  successful: boolean;
}

export interface ReadRows<Row> {
  rows: Row[];
  problems: ImportProblem[];
  /** Client codes the file mentions, also on bad rows: those are not unknown to the other file. */
  mentioned: Set<string>;
}

/** Rows of the file of cases: one client, one case, a line each. */
export function readCaseRows(text: string, today: string): ReadRows<CaseRow> {
  const table = readTable("cases", text, Object.values(caseColumns));
  const lineOf = new Map<string, number>();
  const spelling = new Map<string, string>();
  return collect(table, caseColumns.client, (row) => {
    const read = new RowReader("cases", row, today);
    const found = readCase(read, row);
    const code = row.fields[caseColumns.client] ?? "";
    const earlier = lineOf.get(code);
    if (earlier !== undefined) read.refuse(caseColumns.client, "repeatedClient", { line: earlier });
    else if (code !== "") lineOf.set(code, row.line);
    const centre = row.fields[caseColumns.centre] ?? "";
    const known = spelling.get(plainWords(centre));
    if (known === undefined) spelling.set(plainWords(centre), centre);
    else if (known !== centre) read.refuse(caseColumns.centre, "centreSpelling", { value: centre, known });
    return { row: found, problems: read.problems };
  });
}

function readCase(read: RowReader, { line }: TableRow): CaseRow | null {
  const centre = read.text(caseColumns.centre);
  const clientCode = read.code(caseColumns.client);
  const type = read.clientType(caseColumns.type);
  const mentorCode = read.optionalCode(caseColumns.mentor);
  const sanction = read.sanction(caseColumns.sanction);
  const referredOn = read.day(caseColumns.referred);
  const startedOn = read.optionalDay(caseColumns.started);
  const endedOn = read.optionalDay(caseColumns.ended);
  if (read.problems.length === 0) {
    if (startedOn !== null && mentorCode === null) read.refuse(caseColumns.mentor, "mentorMissing");
    if (endedOn !== null && startedOn === null) read.refuse(caseColumns.started, "startMissing");
    if (startedOn !== null && referredOn !== null && startedOn < referredOn) {
      read.refuse(caseColumns.started, "startBeforeReferral");
    }
    if (startedOn !== null && endedOn !== null && endedOn < startedOn)
      read.refuse(caseColumns.ended, "endBeforeStart");
  }
  if (centre === null || clientCode === null || type === null || sanction === null || referredOn === null)
    return null;
  return { line, centre, clientCode, type, mentorCode, sanction, referredOn, startedOn, endedOn };
}

/** Rows of the file of evaluations. */
export function readEvaluationRows(text: string, today: string): ReadRows<EvaluationRow> {
  const table = readTable("evaluations", text, Object.values(evaluationColumns));
  const lineOf = new Map<string, number>();
  return collect(table, evaluationColumns.client, (row) => {
    const read = new RowReader("evaluations", row, today);
    const found = readEvaluation(read, row);
    if (found) {
      const key = `${found.clientCode} ${found.signedOn}`;
      const earlier = lineOf.get(key);
      if (earlier !== undefined)
        read.refuse(evaluationColumns.signed, "repeatedEvaluation", { line: earlier });
      else lineOf.set(key, row.line);
    }
    return { row: found, problems: read.problems };
  });
}

function readEvaluation(read: RowReader, { line }: TableRow): EvaluationRow | null {
  const clientCode = read.code(evaluationColumns.client);
  const signedOn = read.day(evaluationColumns.signed);
  const cooperation = read.yesNo(evaluationColumns.cooperation);
  const sentence = read.yesNo(evaluationColumns.sentence);
  const skills = read.yesNo(evaluationColumns.skills);
  const information = read.yesNo(evaluationColumns.information);
  const successful = read.yesNo(evaluationColumns.successful);
  if (clientCode === null || signedOn === null || successful === null) return null;
  if (cooperation === null || sentence === null || skills === null || information === null) return null;
  return { line, clientCode, signedOn, answers: { cooperation, sentence, skills, information }, successful };
}

function collect<Row>(
  table: { rows: TableRow[]; problems: ImportProblem[] },
  clientColumn: string,
  read: (row: TableRow) => { row: Row | null; problems: ImportProblem[] },
): ReadRows<Row> {
  const result: ReadRows<Row> = { rows: [], problems: [...table.problems], mentioned: new Set() };
  for (const tableRow of table.rows) {
    const { row, problems } = read(tableRow);
    const code = tableRow.fields[clientColumn];
    if (code) result.mentioned.add(code);
    result.problems.push(...problems);
    if (row && problems.length === 0) result.rows.push(row);
  }
  return result;
}
