import Papa from "papaparse";

/** Reading of tables as Czech spreadsheets export them: `;` between columns, names of columns on the first line. */

export type ImportFile = "cases" | "evaluations";

/** Something in a file that cannot be taken; `line` counts from 1, null is the whole file. */
export interface ImportProblem {
  file: ImportFile;
  line: number | null;
  /** Name of the column as in the file; null is the whole row. */
  column: string | null;
  /** Key under `registry:import.problem`. */
  reason: ImportReason;
  values?: Record<string, string | number>;
}

export type ImportReason =
  | "empty"
  | "utf16"
  | "spreadsheet"
  | "brokenUtf8"
  | "delimiter"
  | "missingColumn"
  | "unknownColumn"
  | "repeatedColumn"
  | "noRows"
  | "fieldCount"
  | "quotes"
  | "required"
  | "date"
  | "dateTooOld"
  | "dateInFuture"
  | "yesNo"
  | "clientType"
  | "sanction"
  | "code"
  | "centreSpelling"
  | "mentorMissing"
  | "startMissing"
  | "startBeforeReferral"
  | "endBeforeStart"
  | "repeatedClient"
  | "repeatedEvaluation"
  | "unknownClient"
  | "severalCases"
  | "notStarted"
  | "evaluationBeforeStart"
  | "codeTaken"
  | "differs"
  | "evaluationDiffers";

export interface DecodedText {
  text: string;
  encoding: "utf-8" | "windows-1250";
}

/** Bytes of a file as text: UTF-8 with or without BOM, or windows-1250, which older spreadsheets write. */
export function decodeFile(bytes: Uint8Array): DecodedText | ImportReason {
  if (bytes.length === 0) return "empty";
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "utf16";
  // "PK": a workbook is a ZIP archive.
  if (first === 0x50 && second === 0x4b && third === 0x03) return "spreadsheet";
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    if (hasMark) return "brokenUtf8";
    return { text: new TextDecoder("windows-1250").decode(bytes), encoding: "windows-1250" };
  }
}

export interface TableRow {
  line: number;
  /** Trimmed fields by column name. */
  fields: Record<string, string>;
}

export interface Table {
  rows: TableRow[];
  problems: ImportProblem[];
}

/** Splits a text into rows with exactly the expected columns, in any order. */
export function readTable(file: ImportFile, text: string, columns: readonly string[]): Table {
  const whole = (reason: ImportReason, values?: ImportProblem["values"]): Table => ({
    rows: [],
    problems: [{ file, line: null, column: null, reason, ...(values ? { values } : {}) }],
  });
  if (text.trim() === "") return whole("empty");
  const lines = splitLines(text);
  const [header, ...body] = lines;
  if (!header) return whole("empty");
  if (header.fields.length === 1) return whole("delimiter", { found: delimiterOf(header.fields[0] ?? "") });
  const names = header.fields;
  const problems = headerProblems(file, header.line, names, columns);
  if (problems.length > 0) return { rows: [], problems };

  const rows: TableRow[] = [];
  for (const { line, fields, broken } of body) {
    if (fields.every((field) => field === "")) continue;
    if (broken) problems.push({ file, line, column: null, reason: "quotes" });
    else if (fields.length !== names.length) {
      const values = { expected: names.length, found: fields.length };
      problems.push({ file, line, column: null, reason: "fieldCount", values });
    } else {
      rows.push({
        line,
        fields: Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ""])),
      });
    }
  }
  return rows.length === 0 && problems.length === 0 ? whole("noRows") : { rows, problems };
}

interface SplitLine {
  line: number;
  fields: string[];
  broken: boolean;
}

function splitLines(text: string): SplitLine[] {
  const found: SplitLine[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter: ";",
    step: ({ data, errors, meta }) => {
      found.push({ line, fields: data.map(tidy), broken: errors.length > 0 });
      // A field in quotes may hold line ends of its own.
      line += text.slice(read, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      read = meta.cursor;
    },
  });
  return found;
}

/** Spreadsheets leave hard spaces behind, and a byte order mark may still be there. */
function tidy(field: string): string {
  return field
    .replace(/\uFEFF/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function delimiterOf(header: string): string {
  if (header.includes("\t")) return "tab";
  return [",", "|"].find((mark) => header.includes(mark)) ?? "?";
}

function headerProblems(
  file: ImportFile,
  line: number,
  names: readonly string[],
  columns: readonly string[],
): ImportProblem[] {
  const problem = (reason: ImportReason, column: string): ImportProblem => ({ file, line, column, reason });
  return [
    ...columns.filter((column) => !names.includes(column)).map((column) => problem("missingColumn", column)),
    ...names.filter((name) => !columns.includes(name)).map((name) => problem("unknownColumn", name)),
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((name) => problem("repeatedColumn", name)),
  ];
}
