import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { readMigrations } from "../app/platform/db/migrations.server";
import { missingSql, readSchema, risksOf } from "./migrate/compare";

/**
 * `npm run db:diff -- NAME [--allow-destructive]` writes the next migration;
 * `npm run db:check` fails when migrations and schema disagree.
 */

const root = path.resolve(import.meta.dirname, "..");
const schemaFolder = path.join(root, "prisma", "schema");
const migrationsFolder = path.join(root, "prisma", "migrations");

async function main([command, ...rest]: string[]): Promise<number> {
  await mkdir(migrationsFolder, { recursive: true });
  switch (command) {
    case "diff":
      return diff(
        rest.find((argument) => !argument.startsWith("--")),
        rest.includes("--allow-destructive"),
      );
    case "check":
      return check();
    default:
      return fail("Usage: tsx prisma/migrate.ts diff NAME [--allow-destructive] | check");
  }
}

async function diff(name: string | undefined, allowDestructive: boolean): Promise<number> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    return fail("Give the migration a name of small letters, digits and _: npm run db:diff -- add_something");
  }
  const sql = await missingSql(await readMigrations(migrationsFolder), await readSchema(schemaFolder));
  if (sql === null) return fail("Nothing to write: the migrations already make what the schema says.");
  const risks = risksOf(sql);
  if (risks.length > 0 && !allowDestructive) {
    return fail(
      [
        "Not written, because on a database with data this migration",
        ...risks.map((risk) => `  - ${risk}`),
        "Add --allow-destructive when that is what you want, and edit the file so that no data is lost.",
      ].join("\n"),
    );
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`Written ${path.relative(process.cwd(), path.join(folder, "migration.sql"))}`);
  return 0;
}

async function check(): Promise<number> {
  const sql = await missingSql(await readMigrations(migrationsFolder), await readSchema(schemaFolder));
  if (sql === null) {
    console.log("Migrations and schema agree.");
    return 0;
  }
  const lines = sql.trim().split("\n");
  const shown = lines.length > 40 ? [...lines.slice(0, 40), `… and ${lines.length - 40} lines more`] : lines;
  return fail(
    [
      "The migrations do not make what the schema says; missing:",
      "",
      ...shown,
      "",
      "Run npm run db:diff -- NAME.",
    ].join("\n"),
  );
}

function fail(text: string): number {
  console.error(text);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
