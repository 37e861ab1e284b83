import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { executeSql, inTransaction } from "~/platform/db/index.server";
import { readMigrations } from "~/platform/db/migrations.server";
import { openTestDatabase, withTestDatabase } from "../../support/database";
import { spawnDatabaseProcess } from "../../support/database-processes";
import { describeSchema } from "../../support/database-schema";
import { databaseAt, onServer } from "../../support/database-template";
import { openServer } from "~/platform/db/postgres.server";

const server = process.env.TEST_DATABASE_URL ?? "";

withTestDatabase();

test(
  "three processes starting at once on an empty database apply each migration once",
  { timeout: 60_000 },
  async () => {
    const name = `mentor_test_${randomUUID().replaceAll("-", "")}`;
    await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
    const url = databaseAt(server, name);
    try {
      const processes = Array.from({ length: 3 }, () => spawnDatabaseProcess({ DATABASE_URL: url }));
      const starts = await Promise.all(processes.map((started) => started.started));
      const ends = await Promise.all(processes.map((started) => started.finish()));
      expect(ends).toEqual(Array.from({ length: 3 }, () => ({ code: 0, said: "" })));
      const names = (await readMigrations()).map((migration) => migration.name);
      expect(starts.map((start) => start?.starts).toSorted()).toEqual([1, 2, 3]);
      expect(starts.flatMap((start) => start?.applied ?? []).sort()).toEqual(names);
      const [made, expected] = [await openServer(url), await openTestDatabase()];
      expect(await describeSchema(made)).toEqual(await describeSchema(expected));
      await Promise.all([made.close(), expected.close()]);
    } finally {
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    }
  },
);

describe("a server", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    await executeSql("CREATE TABLE pairs (name TEXT PRIMARY KEY, value INTEGER NOT NULL)");
    await executeSql("INSERT INTO pairs VALUES ('a', 0), ('b', 0)");
  });

  test("gives sessions in UTC and READ COMMITTED, whatever its own settings are", async () => {
    const { rows } = await executeSql("SELECT current_setting('TimeZone') AS zone");
    expect(rows).toEqual([{ zone: "UTC" }]);
    await inTransaction(async (tx) => {
      expect(await tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level`).toEqual([
        { level: "read committed" },
      ]);
    });
  });

  test("that ends one of two transactions in a deadlock sees it repeated", async () => {
    let attempts = 0;
    const both = (first: string, second: string) =>
      inTransaction(async (tx) => {
        attempts += 1;
        await tx.$executeRaw`UPDATE pairs SET value = value + 1 WHERE name = ${first}`;
        await delay(100);
        await tx.$executeRaw`UPDATE pairs SET value = value + 1 WHERE name = ${second}`;
      });
    await Promise.all([both("a", "b"), both("b", "a")]);
    expect(attempts).toBeGreaterThan(2);
    expect((await executeSql("SELECT value FROM pairs")).rows).toEqual([{ value: 2 }, { value: 2 }]);
  });

  test.each([
    [
      "another database",
      (url: URL) => (url.pathname = "/mentor_nowhere"),
      /no database of that name \(3D000\)/,
    ],
    [
      "another user",
      (url: URL) => (url.username = "nobody_known"),
      /refused the user name or the password \(28000\)/,
    ],
  ])("refuses %s in one line", async (_, change, reason) => {
    const url = new URL(server);
    change(url);
    const { code, said } = await spawnDatabaseProcess({ DATABASE_URL: url.href }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(reason);
    expect(said.trim()).not.toContain("\n");
  });
});
