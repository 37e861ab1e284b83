import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logAnchor } from "~/platform/audit/anchor.server";
import type { AuditEvent } from "~/platform/audit/index.server";
import { audit, chainEvents, verifyChain } from "~/platform/audit/index.server";
import { putConfig, readConfig } from "~/platform/config.server";
import { db, executeSql, inTransaction } from "~/platform/db/index.server";
import { log } from "~/platform/log.server";
import { resetDatabase, withTestDatabase } from "../../support/database";

withTestDatabase();

const now = new Date("2026-05-01T10:00:00.000Z");
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "portal-audit-"));
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_MODE: "test" }));
  log.level = "silent";
});
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});
beforeEach(async () => {
  await resetDatabase();
  writeFileSync(logFile(), "");
});

const logFile = () => path.join(dataDir, "audit-anchor.log");

const read = (id: string): AuditEvent => ({
  actor: null,
  action: "case.read",
  subject: { kind: "case", id },
  details: { b: [1, 2.5], a: "žluťoučký" },
  at: now,
});

async function write(...ids: string[]): Promise<void> {
  await inTransaction((tx) => audit(tx, ids.map(read)));
}

async function writeAndChain(...ids: string[]): Promise<void> {
  await write(...ids);
  await chainEvents({ now });
}

/** Does what only somebody with the rights of the tables' owner can do. */
async function tamper(sql: string): Promise<void> {
  await executeSql(
    `ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only;
     ALTER TABLE audit_links DISABLE TRIGGER audit_links_append_only;
     ${sql};
     ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only;
     ALTER TABLE audit_links ENABLE TRIGGER audit_links_append_only;`,
  );
}

async function found(): Promise<[number | null, string][]> {
  const { findings, faults } = await verifyChain();
  expect(faults).toBe(findings.length);
  return findings.map(({ position, kind }) => [position, kind]);
}

const eventAt = (position: number) => `(SELECT "eventId" FROM audit_links WHERE position = ${position})`;

describe("an audit event", () => {
  it("is kept with what it speaks about, or not at all", async () => {
    const failing = inTransaction(async (tx) => {
      await audit(tx, read("1"));
      throw new Error("the business failed");
    });
    await expect(failing).rejects.toThrow("the business failed");
    expect(await db().auditEvent.count()).toBe(0);
    await write("1");
    expect(await db().auditEvent.count()).toBe(1);
    expect(await db().auditPending.count()).toBe(1);
  });

  it.each([
    ["UPDATE audit_events SET action = 'x.y'"],
    ["DELETE FROM audit_events"],
    ["TRUNCATE audit_events"],
    ["UPDATE audit_links SET hash = 'x'"],
    ["DELETE FROM audit_links"],
    ["TRUNCATE audit_links"],
  ])("is refused by the database: %s", async (sql) => {
    await writeAndChain("1");
    await expect(executeSql(sql)).rejects.toThrow(/never changed or deleted/);
  });
});

describe("chaining", () => {
  it("links every event once, in the order of ids, and empties the waiting list", async () => {
    await write("1", "2");
    expect((await verifyChain()).waiting).toBe(2);
    expect(await chainEvents({ now })).toBe(2);
    expect(await chainEvents({ now })).toBe(0);
    await writeAndChain("3");
    const links = await db().auditLink.findMany({ orderBy: { position: "asc" } });
    expect(links.map(({ position }) => position)).toEqual([1, 2, 3]);
    const events = await db().auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(links.map(({ eventId }) => eventId)).toEqual(events.map(({ id }) => id));
    expect(events.map(({ subjectId }) => subjectId)).toEqual(["1", "2", "3"]);
    expect(await verifyChain()).toMatchObject({ links: 3, waiting: 0, faults: 0, lastHash: links[2]!.hash });
  });

  it("takes more than a batch", async () => {
    await write(...Array.from({ length: 1203 }, (_, index) => String(index)));
    expect(await chainEvents({ now })).toBe(1203);
    expect(await verifyChain()).toMatchObject({ links: 1203, faults: 0 });
  });

  it("takes an event committed after later ones were chained", async () => {
    await inTransaction((tx) => audit(tx, { ...read("late"), at: new Date("2026-05-01T12:00:00Z") }));
    await chainEvents({ now });
    await inTransaction((tx) => audit(tx, { ...read("early"), at: new Date("2026-05-01T11:00:00Z") }));
    await chainEvents({ now });
    expect(await verifyChain()).toMatchObject({ links: 2, waiting: 0, faults: 0 });
  });

  it("stays one chain when several workers chain while events are written", async () => {
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => write(`a${index}`, `b${index}`)),
      ...Array.from({ length: 5 }, () => chainEvents({ now })),
    ]);
    await chainEvents({ now });
    expect(await verifyChain()).toMatchObject({ links: 40, waiting: 0, faults: 0 });
  });
});

describe("verifying finds", () => {
  beforeEach(() => writeAndChain("1", "2", "3", "4", "5"));

  it("nothing in a whole chain", async () => {
    expect(await found()).toEqual([]);
  });

  it("an edited event", async () => {
    await tamper(`UPDATE audit_events SET "subjectId" = '9' WHERE id = ${eventAt(2)}`);
    expect(await found()).toEqual([[2, "edited"]]);
  });

  it("edited details and an edited time", async () => {
    await tamper(`UPDATE audit_events SET details = '{}' WHERE id = ${eventAt(2)};
      UPDATE audit_events SET "occurredAt" = "occurredAt" + interval '1 ms' WHERE id = ${eventAt(4)}`);
    expect(await found()).toEqual([
      [2, "edited"],
      [4, "edited"],
    ]);
  });

  it("a deleted event", async () => {
    await tamper(`DELETE FROM audit_events WHERE id = ${eventAt(3)}`);
    expect(await found()).toEqual([[3, "deletedEvent"]]);
  });

  it("a deleted event with its link", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = ${eventAt(3)}; DELETE FROM audit_links WHERE position = 3`,
    );
    expect(await found()).toEqual([[3, "deletedLink"]]);
  });

  it("a deleted link whose event stayed", async () => {
    await tamper(`DELETE FROM audit_links WHERE position = 3`);
    expect(await found()).toEqual([
      [3, "deletedLink"],
      [null, "unchained"],
    ]);
  });

  it("events with swapped places", async () => {
    await tamper(`CREATE TEMP TABLE swap AS SELECT position, "eventId" FROM audit_links WHERE position IN (2, 3);
      UPDATE audit_links SET "eventId" = gen_random_uuid() WHERE position IN (2, 3);
      UPDATE audit_links l SET "eventId" = s."eventId" FROM swap s WHERE l.position = 5 - s.position;
      DROP TABLE swap`);
    expect(await found()).toEqual([
      [2, "replaced"],
      [3, "replaced"],
    ]);
  });

  it("links with swapped positions", async () => {
    await tamper(`UPDATE audit_links SET position = -2 WHERE position = 2;
      UPDATE audit_links SET position = 2 WHERE position = 3; UPDATE audit_links SET position = 3 WHERE position = -2`);
    expect(await found()).toEqual([
      [2, "reordered"],
      [3, "reordered"],
      [4, "reordered"],
    ]);
  });

  it("a link outside the chain", async () => {
    await tamper(`INSERT INTO audit_links VALUES (0, gen_random_uuid(), 'x', 'y')`);
    expect(await found()).toEqual([[null, "reordered"]]);
  });

  it("an event put in by hand, waiting, chained and outside", async () => {
    const values = (id: string) => `('${id}', now(), 'case.read', '{}', repeat('0', 64))`;
    const [waiting, outside] = [
      "018f2c1e-0000-7000-8000-000000000001",
      "018f2c1e-0000-7000-8000-000000000002",
    ];
    await executeSql(
      `INSERT INTO audit_events (id, "occurredAt", action, details, mac) VALUES ${values(waiting!)}, ${values(outside!)};
       INSERT INTO audit_pending VALUES ('${waiting}')`,
    );
    expect((await found()).map(([, kind]) => kind).sort()).toEqual(["forged", "unchained"]);
    await chainEvents({ now });
    expect(await found()).toEqual([
      [6, "forged"],
      [null, "unchained"],
    ]);
  });

  it("an event deleted before it was chained", async () => {
    await write("6");
    await tamper(`DELETE FROM audit_events WHERE "subjectId" = '6'`);
    expect(await found()).toEqual([[null, "deletedEvent"]]);
    await writeAndChain("7");
    expect(await found()).toEqual([[null, "deletedEvent"]]);
  });

  it("a chain cut at its end, also after the worker went on", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = ${eventAt(5)}; DELETE FROM audit_links WHERE position = 5`,
    );
    expect(await found()).toEqual([[5, "cut"]]);
    await writeAndChain("6");
    expect(await found()).toEqual([[6, "cut"]]);
  });

  it("a forged, a missing and a moved anchor", async () => {
    const [anchor] = await db().auditAnchor.findMany();
    await executeSql(`UPDATE audit_anchors SET count = 4`);
    expect(await found()).toEqual([[null, "anchor"]]);
    await executeSql("DELETE FROM audit_anchors");
    expect(await found()).toEqual([[null, "anchor"]]);
    await writeAndChain("6");
    await db().auditAnchor.update({ where: { id: 1 }, data: anchor! });
    const kinds = (await found()).map(([, kind]) => kind);
    expect(kinds).toContain("anchor");
    expect(kinds).toContain("cut");
  });

  it("a database put back to an older state, by the log", async () => {
    const links = await db().auditLink.findMany({ orderBy: { position: "asc" } });
    const [older] = await db().auditAnchor.findMany();
    await writeAndChain("6", "7");
    const [newer] = await db().auditAnchor.findMany();
    writeFileSync(logFile(), [older!, newer!].map(logLine).join(""));
    expect(await found()).toEqual([]);
    await tamper(`DELETE FROM audit_events WHERE id IN (SELECT "eventId" FROM audit_links WHERE position > 5);
      DELETE FROM audit_links WHERE position > 5`);
    await db().auditAnchor.update({ where: { id: 1 }, data: older! });
    expect(await found()).toEqual([[6, "log"]]);
    expect(links).toHaveLength(5);
  });

  it("a log that somebody else wrote, and forgives a torn last line", async () => {
    const [anchor] = await db().auditAnchor.findMany();
    writeFileSync(logFile(), `${logLine(anchor!)}${logLine({ ...anchor!, count: 4 })}2026-05-01T`);
    expect(await found()).toEqual([[null, "log"]]);
  });
});

describe("the log of anchors", () => {
  it("gets a line at most once a minute", async () => {
    await writeAndChain("1");
    const [anchor] = await db().auditAnchor.findMany();
    const before = readFileSync(logFile(), "utf8");
    await logAnchor(anchor!);
    await logAnchor(anchor!);
    expect(readFileSync(logFile(), "utf8").length - before.length).toBeLessThanOrEqual(
      logLine(anchor!).length,
    );
  });
});

function logLine(anchor: { anchoredAt: Date; count: number; hash: string; mac: string }): string {
  return `${anchor.anchoredAt.toISOString()} ${anchor.count} ${anchor.hash} ${anchor.mac}\n`;
}
