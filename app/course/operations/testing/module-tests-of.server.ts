import { db } from "~/platform/db/index.server";
import { catalogue } from "../../catalogue/catalogue.server";
import { parseRunSettings } from "../../rules/parse-run-settings";
import { testStanding, type TestStanding } from "../../rules/testing/attempt-rules";
import { moduleQuestions, moduleTest } from "./test-definition.server";

interface Row {
  enrolmentId: string;
  settings: unknown;
  testKey: string | null;
  submittedAt: Date | null;
  passed: boolean | null;
  correctCount: number | null;
  questionCount: number | null;
}

/**
 * Where trainees stand with the tests of modules: enrolment id → module id → standing, for every module that has
 * questions, in the order of the course. One query however many people.
 */
export async function moduleTestsOf(
  enrolmentIds: readonly string[],
  { now }: { now: Date },
): Promise<Map<string, Map<string, TestStanding>>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    SELECT e."id" AS "enrolmentId", r."settings", a."testKey", a."submittedAt", a."passed", a."correctCount",
           a."questionCount"
    FROM "enrolments" e
    JOIN "course_runs" r ON r."id" = e."runId"
    LEFT JOIN "test_attempts" a ON a."enrolmentId" = e."id" AND a."testKey" LIKE 'module:%'
    WHERE e."id" = ANY(${[...enrolmentIds]}::uuid[])`;
  const modules = catalogue().modules.filter((module) => moduleQuestions(module).length > 0);
  const byEnrolment = new Map<string, Row[]>();
  for (const row of rows) {
    const own = byEnrolment.get(row.enrolmentId) ?? [];
    byEnrolment.set(row.enrolmentId, [...own, row]);
  }
  return new Map(
    [...byEnrolment].map(([enrolmentId, own]) => {
      const settings = parseRunSettings(own[0]!.settings);
      const standings = modules.map((module) => {
        const { key, limits } = moduleTest(module, settings);
        const attempts = own
          .filter(({ testKey }) => testKey === key)
          .map((row) => ({ ...row, questionCount: row.questionCount ?? 0 }));
        return [module.id, testStanding(attempts, limits, now)] as const;
      });
      return [enrolmentId, new Map(standings)] as const;
    }),
  );
}
