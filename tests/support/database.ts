import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll } from "vitest";
import { embeddedEngine } from "~/platform/db/embedded.server";
import type { Engine } from "~/platform/db/engine.server";
import { openServer } from "~/platform/db/postgres.server";
import { putDatabase } from "~/platform/db/index.server";
import { databaseAt, embeddedTemplate, onServer, serverTemplate } from "./database-template";

let current: Engine | undefined;
/** Tables the migrations themselves fill: they keep their rows. */
let reference: ReadonlySet<string> = new Set();

/**
 * Gives the test file a migrated database of its own, which `db()` and `inTransaction` use: embedded in
 * memory, or on the server of TEST_DATABASE_URL.
 */
export function withTestDatabase(): void {
  beforeAll(async () => {
    current = await openTestDatabase();
    reference = new Set(await filledTables(current));
    putDatabase(current);
  }, 60_000);
  afterAll(async () => {
    putDatabase(undefined);
    await current?.close();
    current = undefined;
  });
}

/** A migrated database; closing it removes it. */
export async function openTestDatabase(): Promise<Engine> {
  if (!process.env.TEST_DATABASE_URL) {
    return embeddedEngine(await PGlite.create({ loadDataDir: await embeddedTemplate() }));
  }
  const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL);
  const engine = await openServer(url);
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await drop();
    },
  };
}

/** A migrated database on a server, for a process that opens it itself. */
export async function createServerDatabase(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = await serverTemplate(server);
  const name = `mentor_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: databaseAt(server, name),
    drop: () =>
      onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

/** Puts a migrated database into a data folder, so that a process started there is ready sooner. */
export async function fillDataFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const loadDataDir = await embeddedTemplate();
  const pglite = await PGlite.create({ dataDir: path.join(dataDir, "postgres"), loadDataDir });
  await pglite.close();
}

/** Removes every row the tests made; quick, because it touches only tables that have any. */
export async function resetDatabase(): Promise<void> {
  if (!current) throw new Error("resetDatabase() needs withTestDatabase() in the same file.");
  const filled = (await filledTables(current)).filter((table) => !reference.has(table));
  if (filled.length === 0) return;
  await current.transaction(async (session) => {
    // Neither foreign keys nor the triggers of append-only tables stand in the way of this role.
    await session.script("SET LOCAL session_replication_role = replica");
    await session.script(filled.map((table) => `DELETE FROM ${table};`).join("\n"));
  });
}

async function filledTables(engine: Engine): Promise<string[]> {
  return engine.transaction(async (session) => {
    const tables = await session.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    if (tables.length === 0) return [];
    const filled = await session.query<{ name: string }>(
      tables
        .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`)
        .join(" UNION ALL "),
    );
    return filled.map(({ name }) => name);
  });
}
