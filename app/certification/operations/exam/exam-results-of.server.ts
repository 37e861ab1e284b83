import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { ExamPart } from "../../codes";

/** One result as it was written down. */
export interface ExamResultRow {
  id: string;
  part: ExamPart;
  heldOn: string;
  passed: boolean;
  identityChecked: boolean;
  recordedByName: string;
  voidedAt: string | null;
  /** The exam day whose protocol says so. */
  examDayId: string | null;
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
    const { id, part, passed, identityChecked, examDayId } = row;
    const result: ExamResultRow = {
      id,
      part,
      passed,
      identityChecked,
      examDayId,
      heldOn: dateToDay(row.heldOn),
      recordedByName: names.get(row.recordedById) ?? "",
      voidedAt: row.voidedAt && row.voidedAt.toISOString(),
    };
    results.set(row.enrolmentId, [...(results.get(row.enrolmentId) ?? []), result]);
  }
  return results;
}
