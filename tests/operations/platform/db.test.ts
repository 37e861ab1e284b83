import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  brokenUniqueIndex,
  db,
  executeSql,
  executeSqlIn,
  inTransaction,
  lockRow,
  type Tx,
} from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";

withTestDatabase();

beforeAll(async () => {
  await executeSql("CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL, at TIMESTAMPTZ)");
});

beforeEach(async () => {
  await resetDatabase();
  await executeSql("INSERT INTO counters VALUES ('a', 0, NULL)");
});

async function valueOf(name: string, client: Pick<Tx, "$queryRaw"> = db()): Promise<number | undefined> {
  const rows = await client.$queryRaw<{ value: number }[]>`SELECT value FROM counters WHERE name = ${name}`;
  return rows[0]?.value;
}

describe("transactions", () => {
  test(
    "50 at once, with queries outside, do not see or lose each other's writes",
    { timeout: 30_000 },
    async () => {
      const seenOutside: (number | undefined)[] = [];
      const outside = Array.from({ length: 50 }, async (_, index) => {
        await delay(index);
        seenOutside.push(await valueOf("a"));
      });
      const inside = Array.from({ length: 50 }, (_, index) =>
        inTransaction(async (tx) => {
          await lockRow(tx, "counter:a");
          const before = (await valueOf("a", tx)) ?? 0;
          // A mark that must never be seen from outside: it is taken back before the commit.
          await tx.$executeRaw`UPDATE counters SET value = -1 WHERE name = 'a'`;
          await delay(index % 3);
          await tx.$executeRaw`UPDATE counters SET value = ${before + 1} WHERE name = 'a'`;
          return before;
        }),
      );
      const befores = await Promise.all(inside);
      await Promise.all(outside);
      expect(befores.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
      expect(await valueOf("a")).toBe(50);
      expect(seenOutside).not.toContain(-1);
    },
  );

  test("what fails leaves nothing, and a query waiting outside does not become part of it", async () => {
    const entered = deferred();
    const failing = inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE counters SET value = 7 WHERE name = 'a'`;
      entered.resolve();
      await delay(30);
      throw new Error("no");
    });
    await entered.promise;
    const outside = executeSql("INSERT INTO counters VALUES ('b', 1, NULL)");
    await expect(failing).rejects.toThrow("no");
    await outside;
    expect(await valueOf("a")).toBe(0);
    expect(await valueOf("b")).toBe(1);
  });

  test("a transaction in a transaction, db() and executeSql() inside one are programmer's errors", async () => {
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      expect(() => db()).toThrow(/db\(\) was called inside a transaction/);
      expect(() => executeSql("SELECT 1")).toThrow(/executeSql\(\) was called inside a transaction/);
      await expect(inTransaction(async () => 1)).rejects.toThrow(/inTransaction\(\) was called inside/);
    });
    expect(await valueOf("a")).toBe(0);
  });

  test("work a transaction left behind may use db() once it is over", async () => {
    let later: Promise<number | undefined> | undefined;
    await inTransaction(async () => {
      later = delay(50).then(() => valueOf("a"));
    });
    expect(await later).toBe(0);
  });

  test("a conflict is repeated, another error is not", async () => {
    let attempts = 0;
    const result = await inTransaction(async (tx) => {
      attempts += 1;
      await tx.$executeRaw`UPDATE counters SET value = value + 1 WHERE name = 'a'`;
      if (attempts < 3)
        await tx.$executeRawUnsafe("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$");
      return attempts;
    });
    expect(result).toBe(3);
    expect(await valueOf("a")).toBe(1);

    attempts = 0;
    const failing = inTransaction(async (tx) => {
      attempts += 1;
      await tx.$executeRawUnsafe("SELECT 1 / 0");
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(attempts).toBe(1);
  });

  test("a swallowed failure of a statement does not commit as if nothing had happened", async () => {
    const swallowing = inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE counters SET value = 9 WHERE name = 'a'`;
      await tx.$executeRaw`INSERT INTO counters VALUES ('a', 1, NULL)`.catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(/failed|aborted/);
    expect(await valueOf("a")).toBe(0);
  });

  test("a savepoint undoes only its own part", async () => {
    await inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE counters SET value = 2 WHERE name = 'a'`;
      const taken = tx.$transaction(async (part) => {
        await part.$executeRaw`UPDATE counters SET value = 3 WHERE name = 'a'`;
        await part.$executeRaw`INSERT INTO counters VALUES ('a', 1, NULL)`;
      });
      expect(brokenUniqueIndex(await failureOf(taken))).toBe("counters_pkey");
      await tx.$executeRaw`INSERT INTO counters VALUES ('b', 1, NULL)`;
    });
    expect(await valueOf("a")).toBe(2);
    expect(await valueOf("b")).toBe(1);
  });

  test("a transaction over its time is rolled back and does not hold up the others", async () => {
    const slow = inTransaction(
      async (tx) => {
        await tx.$executeRaw`UPDATE counters SET value = 5 WHERE name = 'a'`;
        await delay(200);
        await tx.$executeRaw`UPDATE counters SET value = 6 WHERE name = 'a'`;
      },
      { timeoutMs: 50 },
    );
    await expect(slow).rejects.toThrow();
    expect(await valueOf("a")).toBe(0);
  });
});

test("lockRow keeps two holders of one key apart and lets other keys pass", async () => {
  const order: string[] = [];
  const hold = (key: string, name: string) =>
    inTransaction(async (tx) => {
      await lockRow(tx, key);
      order.push(`${name} in`);
      await delay(20);
      order.push(`${name} out`);
    });
  await Promise.all([hold("place:1", "first"), hold("place:1", "second")]);
  expect(order[1]).toBe(order[0]?.replace("in", "out"));
  expect(order[3]).toBe(order[2]?.replace("in", "out"));
});

describe("values", () => {
  test("a broken unique index is named the same on both engines", async () => {
    const raw = await failureOf(db().$executeRaw`INSERT INTO counters VALUES ('a', 1, NULL)`);
    expect(brokenUniqueIndex(raw)).toBe("counters_pkey");
    const limit = { key: "k", points: 1, expiresAt: new Date(0) };
    await db().rateLimit.create({ data: limit });
    const model = await failureOf(db().rateLimit.create({ data: limit }));
    expect(brokenUniqueIndex(model)).toBe("rate_limits_pkey");
    expect(brokenUniqueIndex(new Error("other"))).toBeNull();
  });

  test("moments come back as they went in, whatever the zone of the server", async () => {
    const moment = new Date("2026-07-01T12:34:56.789Z");
    await db().rateLimit.create({ data: { key: "t", points: 1, expiresAt: moment } });
    expect((await db().rateLimit.findUniqueOrThrow({ where: { key: "t" } })).expiresAt).toEqual(moment);
    const { rows } = await executeSql<{ epoch: number }>(
      `SELECT extract(epoch FROM "expiresAt")::float8 AS epoch FROM rate_limits WHERE key = $1`,
      ["t"],
    );
    expect(rows[0]?.epoch).toBe(moment.getTime() / 1000);
  });

  test("executeSql: parameters, several statements, and a failing script that leaves no transaction open", async () => {
    expect(await executeSql("SELECT $1::int + 1 AS sum", [41])).toMatchObject({
      rows: [{ sum: 42 }],
      rowCount: 1,
    });
    expect((await executeSql("SELECT 1 AS x; SELECT 2 AS x")).rows).toEqual([{ x: 2 }]);
    expect((await executeSql("UPDATE counters SET value = 3 WHERE name = $1", ["a"])).rowCount).toBe(1);
    await expect(executeSql("BEGIN; UPDATE counters SET value = 4; SELECT 1 / 0; COMMIT")).rejects.toThrow(
      /zero/,
    );
    expect(await valueOf("a")).toBe(3);
  });

  test("executeSql gives the same values on both engines", async () => {
    const { rows } =
      await executeSql(`SELECT count(*) AS n, date '2026-03-29' AS day, ARRAY['a', 'b'] AS list,
      jsonb_build_object('x', 1) AS json, timestamptz '2026-03-29 01:30:00+00' AS moment, NULL AS nothing`);
    expect(rows).toEqual([
      {
        n: 1,
        day: "2026-03-29",
        list: ["a", "b"],
        json: { x: 1 },
        moment: new Date("2026-03-29T01:30:00Z"),
        nothing: null,
      },
    ]);
  });

  test("executeSqlIn belongs to its transaction", async () => {
    const failing = inTransaction(async (tx) => {
      await executeSqlIn(tx)("UPDATE counters SET value = $1 WHERE name = 'a' RETURNING value", [8]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await valueOf("a")).toBe(0);
  });

  test("resetDatabase empties what tests filled", async () => {
    await resetDatabase();
    expect(await valueOf("a")).toBeUndefined();
  });
});

async function failureOf(failing: Promise<unknown>): Promise<unknown> {
  return failing.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
