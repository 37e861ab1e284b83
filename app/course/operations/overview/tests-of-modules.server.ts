import type { Tx } from "~/platform/db/index.server";
import { catalogue } from "../../catalogue/catalogue.server";
import { sumTest, type TestSum } from "../../rules/overview/test-standing";
import type { RunSettings } from "../../rules/run-settings";
import type { AttemptFacts } from "../../rules/testing/attempt-rules";

/** A module's test as a trainee stands with it. */
export interface ModuleTest extends TestSum {
  moduleId: string;
  order: number;
  title: string;
}

const prefix = "module:";

/** The tests of all modules that have lessons, by enrolment, in one query. */
export async function moduleTestsOf(
  enrolments: readonly { id: string; settings: Pick<RunSettings, "testAttempts" | "testCoolingOffHours"> }[],
  now: Date,
  reader: Tx,
): Promise<Map<string, ModuleTest[]>> {
  const rows = await reader.testAttempt.findMany({
    where: { enrolmentId: { in: enrolments.map(({ id }) => id) }, testKey: { startsWith: prefix } },
    select: {
      enrolmentId: true,
      testKey: true,
      submittedAt: true,
      passed: true,
      correctCount: true,
      questionCount: true,
    },
  });
  const attempts = new Map<string, AttemptFacts[]>();
  for (const { enrolmentId, testKey, ...attempt } of rows) {
    const key = `${enrolmentId} ${testKey}`;
    attempts.set(key, [...(attempts.get(key) ?? []), attempt]);
  }
  const modules = catalogue().modules.filter(({ lessons }) => lessons.length > 0);
  return new Map(
    enrolments.map(({ id, settings }) => {
      const limits = { attempts: settings.testAttempts, coolingOffHours: settings.testCoolingOffHours };
      const tests = modules.map(({ id: moduleId, order, title }) => ({
        moduleId,
        order,
        title,
        ...sumTest(attempts.get(`${id} ${prefix}${moduleId}`) ?? [], limits, now),
      }));
      return [id, tests];
    }),
  );
}
