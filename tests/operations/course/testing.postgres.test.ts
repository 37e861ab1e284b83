import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { startModuleTest, takeModuleTest } from "~/course/operations/testing/take-test.server";
import { moduleQuestions } from "~/course/operations/testing/test-definition.server";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { courseNow, makeRun, makeStudent } from "../../support/factories/course";
import { fieldsFor, makeCatalogueWithBank, moduleOf } from "../../support/factories/testing";

/** On a server transactions really run beside each other; the embedded database has one connection. */
withTestDatabase();
const catalogue = makeCatalogueWithBank();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(catalogue);
});

const module = moduleOf(catalogue);

describe("the limit of attempts", () => {
  it("holds when 30 starts and 30 submits arrive together, round after round", async () => {
    const run = await makeRun({ settings: { testAttempts: 2, testCoolingOffHours: 0 } });
    const { actor, accountId } = await makeStudent({ runId: run.id });
    for (let round = 0; round < 4; round += 1) {
      const now = new Date(courseNow.getTime() + round * 3_600_000);
      await Promise.allSettled(
        Array.from({ length: 30 }, () => startModuleTest(actor, module, randomUUID(), { now })),
      );
      const open = await db().testAttempt.findMany({ where: { accountId, submittedAt: null } });
      expect(open.length).toBeLessThanOrEqual(1);
      for (const { id } of open) {
        const sent = await fieldsFor(id, moduleQuestions(module), 11);
        const results = await Promise.all(
          Array.from({ length: 30 }, () => takeModuleTest(actor, module, { attemptId: id, sent }, { now })),
        );
        expect(results).toEqual(results.map(() => results[0]));
      }
    }
    const attempts = await db().testAttempt.findMany({ where: { accountId }, orderBy: { number: "asc" } });
    expect(attempts.map(({ number, passed }) => [number, passed])).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(await db().auditEvent.count({ where: { action: "test.submit" } })).toBe(2);
  });

  it("does not hold up others: many people start and send at the same time", async () => {
    const run = await makeRun();
    const students = [];
    for (let index = 0; index < 20; index += 1) students.push(await makeStudent({ runId: run.id }));
    await Promise.all(
      students.map(async ({ actor }) => {
        const id = randomUUID();
        await startModuleTest(actor, module, id, { now: courseNow });
        const sent = await fieldsFor(id, moduleQuestions(module));
        await takeModuleTest(actor, module, { attemptId: id, sent }, { now: courseNow });
      }),
    );
    expect(await db().testAttempt.count({ where: { passed: true } })).toBe(20);
  });
});
