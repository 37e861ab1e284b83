import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { embeddedEngine } from "~/platform/db/embedded.server";
import { applyMigrations, readMigrations, type Migration } from "~/platform/db/migrations.server";
import { openServer } from "~/platform/db/postgres.server";
import { cacheFolder, keepDatabase, openEmptyDatabase } from "../../prisma/migrate/empty-database";

/**
 * Migrated, otherwise empty databases that test databases are copied from. They are kept under a name made
 * from the migrations, so a change of these makes new ones.
 */

/** Advisory lock in the maintenance database: one process makes the template, the others wait. */
const TEMPLATE_LOCK = 72707370;

/** The data folder of a migrated embedded database as a tar file. */
export async function embeddedTemplate(): Promise<Blob> {
  const migrations = await readMigrations();
  const file = path.join(cacheFolder, `migrated-${keyOf(migrations)}.tar`);
  if (!existsSync(file)) await makeEmbeddedTemplate(file, migrations);
  return new Blob([await readFile(file)]);
}

async function makeEmbeddedTemplate(file: string, migrations: Migration[]): Promise<void> {
  const pglite = await openEmptyDatabase();
  const engine = embeddedEngine(pglite);
  await applyMigrations(engine, migrations);
  await keepDatabase(pglite, file);
  await engine.close();
  const kept = (await readdir(cacheFolder)).filter((name) => /^migrated-[0-9a-f]+\.tar$/.test(name));
  const older = kept.filter((name) => name !== path.basename(file));
  await Promise.all(older.map((name) => rm(path.join(cacheFolder, name), { force: true })));
}

/** The name of a migrated database on a server, made when missing. */
export async function serverTemplate(url: string): Promise<string> {
  const migrations = await readMigrations();
  const name = `mentor_template_${keyOf(migrations)}`;
  await onServer(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return;
    const aside = `mentor_making_${randomUUID().replaceAll("-", "")}`;
    await client.query(`CREATE DATABASE ${aside} TEMPLATE template0 ENCODING 'UTF8'`);
    const engine = await openServer(databaseAt(url, aside));
    await applyMigrations(engine, migrations);
    await engine.close();
    await client.query(`ALTER DATABASE ${aside} RENAME TO ${name}`);
  });
  return name;
}

/** Runs work on the maintenance database of a server. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server's address with another database. */
export function databaseAt(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function keyOf(migrations: Migration[]): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`);
  hash.update(readFileSync("node_modules/@electric-sql/pglite/package.json"));
  return hash.digest("hex").slice(0, 16);
}
