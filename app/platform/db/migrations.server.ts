import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { StartError } from "../start-error";
import type { Engine, SqlSession } from "./engine.server";

/** One migration: the folder's name, its SQL and the SHA-256 of the file in hex. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  rolled_back_at: unknown;
}

/** Advisory lock that Prisma's own tools take for migrations, so that they and the portal wait for each other. */
const MIGRATION_LOCK = 72707369;

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The folder `prisma/migrations` of the portal this code belongs to, built or not. */
export function migrationsFolder(): string {
  for (const start of [path.dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, "prisma", "migrations");
      if (existsSync(candidate)) return candidate;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new StartError("The folder prisma/migrations is missing: the portal's files are not complete.");
}

/** Migrations in a folder, in order. */
export async function readMigrations(folder = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/**
 * Brings a database up to date and records it as Prisma does. Each migration is one transaction under an
 * advisory lock; of several processes starting together one applies it and the others find it applied.
 * @returns names of the migrations applied now
 * @throws StartError when the database knows a migration this version does not, when an applied one was
 *   edited since, or when one fails; nothing of a failed one remains
 */
export async function applyMigrations(engine: Engine, migrations: Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    if (!(await nextPending(engine, migrations))) return applied;
    const name = await engine.transaction(async (session) => {
      await session.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
      await session.script(TABLE);
      const next = pendingOf(migrations, await readApplied(session));
      if (next) await applyOne(session, next);
      return next?.name;
    });
    if (name) applied.push(name);
  }
}

async function nextPending(engine: Engine, migrations: Migration[]): Promise<Migration | undefined> {
  const rows = await engine.transaction(async (session) => {
    const [table] = await session.query<{ name: string | null }>(
      "SELECT to_regclass('_prisma_migrations')::text AS name",
    );
    return table?.name ? readApplied(session) : [];
  });
  return pendingOf(migrations, rows);
}

function readApplied(session: SqlSession): Promise<AppliedRow[]> {
  return session.query<AppliedRow>(
    "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at",
  );
}

function pendingOf(migrations: Migration[], rows: AppliedRow[]): Migration | undefined {
  const applied = new Set<string>();
  for (const row of rows.filter((candidate) => candidate.rolled_back_at === null)) {
    const migration = migrations.find((candidate) => candidate.name === row.migration_name);
    if (row.finished_at === null) {
      throw new StartError(
        `The migration ${row.migration_name} failed on this database earlier and was not put right.`,
      );
    }
    if (!migration) {
      throw new StartError(
        `The database was migrated by another version of the portal (${row.migration_name} is unknown to this one).`,
      );
    }
    if (!sameScript(migration, row.checksum)) {
      throw new StartError(
        `The migration ${row.migration_name} was edited after this database applied it: put its file back as it was.`,
      );
    }
    applied.add(row.migration_name);
  }
  return migrations.find((migration) => !applied.has(migration.name));
}

async function applyOne(session: SqlSession, migration: Migration): Promise<void> {
  try {
    await session.script(migration.sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The migration ${migration.name} failed and left no trace: ${reason}`);
  }
  // A script may change the search path for its own sake; the record goes where the table is.
  await session.script("RESET search_path");
  await session.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** True when the file is what was applied, whatever line ends a check-out gave it. */
function sameScript(migration: Migration, checksum: string): boolean {
  const unix = migration.sql.replaceAll("\r\n", "\n");
  return [migration.checksum, checksumOf(unix), checksumOf(unix.replaceAll("\n", "\r\n"))].includes(checksum);
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
