import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "../../app/platform/db/migrations.server";
import { openEmptyDatabase } from "./empty-database";
import { pgliteFactory, withSchemaEngine } from "./engine";

/** The .prisma files of a folder. */
export async function readSchema(folder: string): Promise<SchemasContainer> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(folder, name), "utf8") })),
  );
  return { files };
}

/** Migrations as the schema engine wants them. */
export function migrationList(migrations: Migration[]): MigrationList {
  return {
    baseDir: path.resolve("prisma/migrations"),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** The SQL that leads from what the migrations make to what the schema says; null when they agree. */
export async function missingSql(migrations: Migration[], schema: SchemasContainer): Promise<string | null> {
  const pglite = await openEmptyDatabase();
  try {
    return await withSchemaEngine(pgliteFactory(pglite), schema, async (engine) => {
      const { exitCode, stdout } = await engine.diff({
        from: { tag: "migrations", ...migrationList(migrations) },
        to: { tag: "schemaDatamodel", ...schema },
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      });
      return exitCode === 2 ? (stdout ?? "") : null;
    });
  } finally {
    await pglite.close();
  }
}

const risks: [pattern: RegExp, what: string][] = [
  [/^\s*DROP TABLE (\S+)/im, "drops the table"],
  [/DROP COLUMN (\S+)/i, "drops the column"],
  [/^\s*DROP TYPE (\S+)/im, "drops or rebuilds the type"],
  [/ALTER COLUMN (\S+) SET DATA TYPE/i, "changes the type of the column"],
  [/ADD COLUMN\s+(\S+)(?![^,;]*DEFAULT)[^,;]*NOT NULL/i, "fails on a table with rows: required column"],
  [/ALTER COLUMN (\S+) SET NOT NULL/i, "fails where the value is missing in column"],
];

/** What a migration would destroy, or where it would fail on a database with data. */
export function risksOf(sql: string): string[] {
  const statements = sql.split(";").map((statement) => statement.replace(/^\s*--.*$/gm, ""));
  const found = statements.flatMap((statement) =>
    risks.flatMap(([pattern, what]) =>
      [...statement.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => `${what} ${match[1]}`),
    ),
  );
  return [...new Set(found.map((risk) => risk.replace(/[,;]$/, "")))];
}
