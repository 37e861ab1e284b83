import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { putConfig, readConfig } from "~/platform/config.server";
import { resealAll, checkKeysFit, seal, unseal } from "~/platform/crypto/index.server";
import type { KeyRing } from "~/platform/crypto/key-ring";
import { formatPortalKeys, newKeyRing, withNewKey } from "~/platform/crypto/key-ring";
import { addKeyToFile, setUpKeys } from "~/platform/crypto/key-store.server";
import { sealedColumns } from "~/platform/crypto/sealed-columns.server";
import { db, executeSql } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";
import { resetDatabase, withTestDatabase } from "../../support/database";

withTestDatabase();

const now = new Date("2026-05-01T10:00:00.000Z");
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "portal-rotation-"));
});
afterAll(() => {
  putConfig(undefined);
  rmSync(dataDir, { recursive: true });
});
beforeEach(resetDatabase);

const putRing = (ring: KeyRing) =>
  putConfig(readConfig({ DATA_DIR: dataDir, PORTAL_KEYS: formatPortalKeys(ring) }));
const place = (id: string, column = "textSealed") => ({ table: "mails", column, row: id });
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

async function fill(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  await db().mail.createMany({
    data: ids.map((id, index) => ({
      id,
      kind: "letter",
      state: "failed" as const,
      textSealed: seal(`dopis ${index}`, place(id)),
      toSealed: index % 2 ? seal(`a${index}@example.cz`, place(id, "toSealed")) : null,
      createdAt: now,
      nextAttemptAt: now,
    })),
  });
}

async function texts(): Promise<(string | null)[]> {
  const rows = await db().mail.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ id, textSealed }) => textSealed && unseal(textSealed, place(id)));
}

describe("sealed columns", () => {
  it("are found in the database, each in a table with an id", async () => {
    const columns = (await sealedColumns()).map(({ table, column }) => `${table}.${column}`);
    expect(columns).toEqual(
      expect.arrayContaining(["mails.toSealed", "mails.subjectSealed", "mails.textSealed"]),
    );
  });
});

describe("rotation", () => {
  it("seals every value with the new key, in batches, and changes no text", async () => {
    const before = newKeyRing();
    putRing(before);
    await fill(250);
    const after = withNewKey(before);
    putRing(after);
    const batches: number[] = [];
    const report = await resealAll({ onBatch: (_, count) => batches.push(count) });
    expect(report).toMatchObject({ resealed: 375, unopened: [], unreferenced: [before.current] });
    expect([...report.references]).toEqual([[after.current, 375]]);
    expect(Math.max(...batches)).toBeLessThanOrEqual(100);
    expect(await texts()).toEqual(Array.from({ length: 250 }, (_, index) => `dopis ${index}`));
    expect((await resealAll()).resealed).toBe(0);
  });

  it("goes on where an interrupted one stopped", async () => {
    const before = newKeyRing();
    putRing(before);
    await fill(250);
    const after = withNewKey(before);
    putRing(after);
    const stop = new AbortController();
    const first = await resealAll({ signal: stop.signal, onBatch: () => stop.abort() });
    expect(first.resealed).toBeGreaterThan(0);
    expect(first.resealed).toBeLessThan(375);
    expect(first.unreferenced).toEqual([]);
    const second = await resealAll();
    expect(first.resealed + second.resealed).toBe(375);
    expect(second.unreferenced).toEqual([before.current]);
  });

  it("leaves a value written meanwhile as its writer wrote it", async () => {
    const before = newKeyRing();
    putRing(before);
    await fill(300);
    const after = withNewKey(before);
    putRing(after);
    let turn = 0;
    const writes: Promise<unknown>[] = [];
    const report = await resealAll({
      onBatch: () => {
        // A process that does not know of the rotation yet writes behind and before the pass.
        putRing(before);
        for (const index of [turn * 3, 299 - turn * 3]) {
          const id = idOf(index);
          const fresh = seal(`nově ${index}`, place(id));
          writes.push(db().mail.update({ where: { id }, data: { textSealed: fresh } }));
        }
        putRing(after);
        turn += 1;
      },
    });
    await Promise.all(writes);
    await resealAll();
    expect(report.unopened).toEqual([]);
    const expected = Array.from({ length: 300 }, (_, index) => {
      const written = Array.from({ length: turn }, (_, t) => [t * 3, 299 - t * 3]).flat();
      return written.includes(index) ? `nově ${index}` : `dopis ${index}`;
    });
    expect(await texts()).toEqual(expected);
    const [{ old } = { old: -1 }] = (
      await executeSql<{ old: number }>(
        `SELECT count(*)::int AS old FROM mails WHERE "textSealed" LIKE 'v1.${before.current}.%'`,
      )
    ).rows;
    expect(old).toBe(0);
  });

  it("writes nothing over a value changed between reading and writing", async () => {
    const before = newKeyRing();
    putRing(before);
    await fill(50);
    const after = withNewKey(before);
    putRing(after);
    // Every row is rewritten all the time while the pass runs.
    let running = true;
    const writer = (async () => {
      for (let round = 0; running; round += 1) {
        const id = idOf(round % 50);
        await db().mail.update({
          where: { id },
          data: { textSealed: seal(`kolo ${round}`, place(id)), failure: String(round) },
        });
      }
    })();
    await resealAll();
    running = false;
    await writer;
    const rows = await db().mail.findMany({ where: { failure: { not: null } } });
    for (const { id, textSealed, failure } of rows)
      expect(unseal(textSealed!, place(id))).toBe(`kolo ${failure}`);
  });

  it("leaves values that do not open and names them: tampered, moved, of an unknown key", async () => {
    const before = newKeyRing();
    putRing(before);
    await fill(5);
    const row = await db().mail.findUniqueOrThrow({ where: { id: idOf(0) } });
    const sealed = row.textSealed!;
    const flipped = sealed.slice(0, -2) + (sealed.at(-2) === "A" ? "B" : "A") + sealed.at(-1);
    await db().mail.update({ where: { id: idOf(0) }, data: { textSealed: flipped } });
    await db().mail.update({ where: { id: idOf(1) }, data: { textSealed: sealed } });
    await db().mail.update({
      where: { id: idOf(2) },
      data: { textSealed: sealed.replace(/^v1\.[^.]+/, "v1.nobody") },
    });
    await db().mail.update({ where: { id: idOf(3) }, data: { textSealed: "plain text" } });
    const after = withNewKey(before);
    putRing(after);
    const report = await resealAll();
    expect(report.resealed).toBe(3);
    const reasons = Object.fromEntries(report.unopened.map((error) => [error.place.row, error.reason]));
    expect(reasons).toEqual({
      [idOf(0)]: flipped.endsWith(sealed.at(-1)!) ? expect.stringMatching(/rejected|malformed/) : "rejected",
      [idOf(1)]: "rejected",
      [idOf(2)]: "unknownKey",
      [idOf(3)]: "malformed",
    });
    expect(report.unreferenced).toEqual([]);
  });

  it("adds its key to keys.json of the embedded default", async () => {
    putConfig(readConfig({ DATA_DIR: dataDir }));
    setUpKeys();
    await fill(3);
    const ring = addKeyToFile();
    expect(ring.keys.size).toBe(2);
    expect(await resealAll()).toMatchObject({ resealed: 4, unopened: [] });
    expect(await texts()).toEqual(["dopis 0", "dopis 1", "dopis 2"]);
  });
});

describe("keys that are not the database's", () => {
  it("are told at the start", async () => {
    putRing(newKeyRing());
    await checkKeysFit();
    await fill(1);
    await checkKeysFit();
    putRing(newKeyRing());
    await expect(checkKeysFit()).rejects.toThrow(StartError);
    await expect(checkKeysFit()).rejects.toThrow(/not in PORTAL_KEYS: put it back/);
  });
});
