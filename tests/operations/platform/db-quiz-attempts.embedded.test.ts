import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedEngine } from "~/platform/db/embedded.server";
import type { Engine } from "~/platform/db/engine.server";
import { migrationsFolder, readMigrations } from "~/platform/db/migrations.server";
import { openEmptyDatabase } from "../../../prisma/migrate/empty-database";

let engine: Engine;
beforeEach(async () => {
  engine = embeddedEngine(await openEmptyDatabase());
}, 30_000);
afterEach(() => engine.close());

const run = (sql: string) => engine.transaction((session) => session.script(sql));

describe("attempts at lessons' tests", () => {
  it("move to the table of all tests with their order, answers and result", async () => {
    const migrations = await readMigrations(migrationsFolder());
    const at = migrations.findIndex(({ name }) => name.endsWith("drop_quiz_attempts"));
    for (const { sql } of migrations.slice(0, at)) await run(sql);
    const [account, runId, enrolment, first, second, other] = Array.from({ length: 6 }, () => randomUUID());
    // Only what the copy reads; the rest of the rows is not its business.
    await run(`
      SET session_replication_role = replica;
      INSERT INTO "course_runs" ("id", "name", "town", "regionCode", "startsOn", "endsOn", "settings", "createdAt")
      VALUES ('${runId}', 'Běh', 'Most', 'CZ042', '2026-01-01', '2026-12-31', '{"passMark": 80}', now());
      INSERT INTO "enrolments" ("id", "runId", "accountId", "enrolledAt", "birthDateSealed")
      VALUES ('${enrolment}', '${runId}', '${account}', now(), 'x');
      INSERT INTO "quiz_attempts" ("id", "enrolmentId", "lessonId", "contentHash", "answers", "correctCount",
        "questionCount", "passed", "submittedAt")
      VALUES
        ('${second}', '${enrolment}', 'prvni', 'h2', '{"a": ["x"], "b": ["y", "z"]}', 2, 2, true, '2026-03-02T10:00Z'),
        ('${first}', '${enrolment}', 'prvni', 'h1', '{"a": ["z"]}', 0, 2, false, '2026-03-01T10:00Z'),
        ('${other}', '${enrolment}', 'druha', 'h3', '{}', 0, 4, false, '2026-03-03T10:00Z');`);
    await run(`SET session_replication_role = replica; ${migrations[at]!.sql}`);
    const rows = await engine.transaction((session) =>
      session.query<Record<string, unknown>>(
        `SELECT "id", "accountId", "testKey", "number", "drawn", "answers", "passMark", "correctCount", "passed", "results"
         FROM "test_attempts" ORDER BY "testKey" DESC, "number"`,
      ),
    );
    expect(rows).toMatchObject([
      { id: first, accountId: account, testKey: "lesson:prvni", number: 1, passMark: 80, passed: false },
      {
        id: second,
        number: 2,
        correctCount: 2,
        passed: true,
        answers: { a: ["x"], b: ["y", "z"] },
        results: null,
      },
      { id: other, testKey: "lesson:druha", number: 1, drawn: [], answers: {} },
    ]);
    expect(rows[1]?.drawn).toEqual([
      { question: "a", contentHash: "h2", options: [] },
      { question: "b", contentHash: "h2", options: [] },
    ]);
  });
});
