import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { addDays } from "~/platform/days";
import { seededRandom } from "../../../prisma/demo/random";

/** Files of the older register for tests, as bytes; whoever makes them knows what must come out. */
export interface RegisterFiles {
  cases: Uint8Array;
  evaluations: Uint8Array;
  /** How many rows each file has. */
  counts: { cases: number; evaluations: number };
}

export interface ExpectedRow {
  centre: string;
  mentors: number;
  clients: number;
  successful: number;
}

/** The programme's published table for 1. 1. 2011 – 30. 4. 2012. */
export const publishedPeriod = { from: "2011-01-01", to: "2012-04-30" };
export const publishedRows: ExpectedRow[] = [
  { centre: "Děčín", mentors: 13, clients: 75, successful: 56 },
  { centre: "Chomutov", mentors: 3, clients: 37, successful: 16 },
  { centre: "Most", mentors: 5, clients: 13, successful: 8 },
  { centre: "Rumburk", mentors: 14, clients: 52, successful: 31 },
  { centre: "Ústí nad Labem", mentors: 1, clients: 3, successful: 0 },
];
export const publishedTotal = { mentors: 36, clients: 180, successful: 111 };

export const caseHeader =
  "Středisko PMS;Kód klienta;Typ klienta;Kód mentora;Opatření;Datum doporučení;Zahájení práce mentora;Ukončení práce mentora";
export const evaluationHeader =
  "Kód klienta;Datum hodnocení;Spolupráce s PMS;Výkon trestu;Dovednosti;Informace pro PMS;Intervence úspěšná";

/** The text of a file as a Czech spreadsheet writes it. */
export function fileOf(
  header: string,
  rows: readonly string[],
  { mark = "\uFEFF", end = "\r\n" } = {},
): Uint8Array {
  return new TextEncoder().encode(mark + [header, ...rows].map((row) => row + end).join(""));
}

/** A day as the files write it: d.m.yyyy. */
export function czechDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}.${month}.${year}`;
}

/** Real exported rows where they lie beside the project, otherwise nothing. */
export function exportedFiles(): RegisterFiles | null {
  const folder = path.resolve("..", "shared", "data", "registry");
  const [cases, evaluations] = ["pripady.csv", "hodnoceni.csv"].map((name) => path.join(folder, name));
  if (!cases || !evaluations || !existsSync(cases) || !existsSync(evaluations)) return null;
  const bytes = { cases: readFileSync(cases), evaluations: readFileSync(evaluations) };
  const rows = (file: Uint8Array) => new TextDecoder().decode(file).trim().split("\n").length - 1;
  return { ...bytes, counts: { cases: rows(bytes.cases), evaluations: rows(bytes.evaluations) } };
}

/**
 * Rows invented to give a table: every case of it overlaps the period, some only by a day; beside them cases that
 * ended before or began after it, and evaluations after it that say the opposite.
 */
export function inventedFiles(
  table: readonly ExpectedRow[],
  { from, to }: { from: string; to: string },
): RegisterFiles {
  const random = seededRandom(7);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const cases: string[] = [];
  const evaluations: string[] = [];
  const sanctions = ["obecně prospěšné práce", "domácí vězení", "podmíněné odsouzení s dohledem"];
  const yesNo = (value: boolean) => (value ? "ano" : "ne");

  const addEvaluation = (code: string, day: string, successful: boolean) => {
    const answers = Array.from({ length: 4 }, () => yesNo(random() < 0.5));
    evaluations.push([code, czechDay(day), ...answers, yesNo(successful)].join(";"));
  };
  const addCase = (centre: string, mentor: string, started: string, ended: string | null) => {
    const code = `${centre.slice(0, 3).toUpperCase()}-${String(cases.length + 1).padStart(3, "0")}`;
    const referred = addDays(started, -between(0, 20));
    const days = [czechDay(referred), czechDay(started), ended ? czechDay(ended) : ""];
    cases.push([centre, code, pick(["A", "B", "C"]), mentor, pick(sanctions), ...days].join(";"));
    return code;
  };

  for (const { centre, mentors, clients, successful } of table) {
    const codes = Array.from({ length: mentors }, (_, index) => `M-${centre.slice(0, 3)}-${index + 1}`);
    for (let index = 0; index < clients; index += 1) {
      const onEdge = index % 9;
      const started = onEdge === 0 ? to : onEdge === 1 ? addDays(from, -300) : addDays(from, between(0, 100));
      const ended = onEdge === 1 ? from : onEdge === 2 ? addDays(started, 200) : null;
      const code = addCase(centre, codes[index % mentors]!, started, ended);
      const isSuccessful = index < successful;
      // What was said first does not matter; what was said last within the period does.
      const last = onEdge === 0 ? to : onEdge === 1 ? from : addDays(started, 150);
      if (onEdge > 1) addEvaluation(code, addDays(started, 60), !isSuccessful);
      if (isSuccessful || index % 2 === 0) addEvaluation(code, last, isSuccessful);
      else if (onEdge > 1) addEvaluation(code, addDays(started, 61), false);
      if (!ended) addEvaluation(code, addDays(to, 30), !isSuccessful);
    }
    const before = addCase(centre, `${codes[0]}-before`, addDays(from, -400), addDays(from, -1));
    addEvaluation(before, addDays(from, -300), true);
    const after = addCase(centre, `${codes[0]}-after`, addDays(to, 1), null);
    addEvaluation(after, addDays(to, 50), true);
  }
  return {
    cases: fileOf(caseHeader, cases),
    evaluations: fileOf(evaluationHeader, evaluations),
    counts: { cases: cases.length, evaluations: evaluations.length },
  };
}
