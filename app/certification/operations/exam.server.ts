import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { ExamAdmission } from "../rules/exam-admission";
import type { ExamPart } from "../schema";
import { standingOfTrainees } from "./standing.server";

/** One result as it was written down. */
export interface ExamResultRow {
  id: string;
  part: ExamPart;
  heldOn: string;
  passed: boolean;
  identityChecked: boolean;
  recordedByName: string;
  voidedAt: string | null;
}

export interface Examinee {
  enrolmentId: string;
  name: string;
  admission: ExamAdmission;
  passedOn: string | null;
  certified: boolean;
  /** The newest first; voided ones too. */
  results: ExamResultRow[];
}

export interface RunExam {
  run: { id: string; name: string; startsOn: string };
  parts: ExamPart[];
  resitWithinDays: number;
  /** Admitted first, by name. */
  examinees: Examinee[];
}

/** Everybody who studies in a run, admitted to its exam or not, with what was written down. @throws AppError notFound */
export async function readExam(actor: Actor, runId: string | undefined): Promise<RunExam> {
  const run = await runOf(actor, "exam:record", runId ?? "");
  const standings = await standingOfTrainees({ runIds: [run.id] });
  const shown = [...standings.values()].filter(({ state }) => state === "active" || state === "graduated");
  const results = await examResultsOf(shown.map(({ enrolmentId }) => enrolmentId));
  const names = await namesOf(shown.map(({ accountId }) => accountId));
  const examinees = shown.map((standing) => ({
    enrolmentId: standing.enrolmentId,
    name: names.get(standing.accountId) ?? "",
    admission: standing.admission,
    passedOn: standing.examPassedOn,
    certified: standing.state === "graduated",
    results: results.get(standing.enrolmentId) ?? [],
  }));
  const order = (one: Examinee) => (one.certified ? 2 : one.admission.admitted ? 0 : 1);
  return {
    run: { id: run.id, name: run.name, startsOn: run.startsOn },
    parts: run.settings.examParts,
    resitWithinDays: run.settings.resitWithinDays,
    examinees: examinees.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, "cs")),
  };
}

/** Results by enrolment, the newest first. */
export async function examResultsOf(enrolmentIds: readonly string[]): Promise<Map<string, ExamResultRow[]>> {
  const rows = await db().examResult.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] } },
    orderBy: [{ heldOn: "desc" }, { part: "asc" }, { recordedAt: "desc" }],
  });
  const names = await namesOf(rows.map(({ recordedById }) => recordedById));
  const results = new Map<string, ExamResultRow[]>();
  for (const row of rows) {
    const { id, part, passed, identityChecked } = row;
    const result: ExamResultRow = {
      id,
      part,
      passed,
      identityChecked,
      heldOn: dateToDay(row.heldOn),
      recordedByName: names.get(row.recordedById) ?? "",
      voidedAt: row.voidedAt && row.voidedAt.toISOString(),
    };
    results.set(row.enrolmentId, [...(results.get(row.enrolmentId) ?? []), result]);
  }
  return results;
}
