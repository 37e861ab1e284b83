import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { embeddedEngine } from "~/platform/db/embedded.server";
import type { Engine } from "~/platform/db/engine.server";
import {
  applyMigrations,
  migrationsFolder,
  readMigrations,
  type Migration,
} from "~/platform/db/migrations.server";
import { migrationList, missingSql } from "../../../prisma/migrate/compare";
import { openEmptyDatabase } from "../../../prisma/migrate/empty-database";
import { pgliteFactory, withSchemaEngine } from "../../../prisma/migrate/engine";
import { describeSchema } from "../../support/database-schema";

let folder: string;
let pglite: PGlite;
let engine: Engine;

const first = `CREATE TYPE "Colour" AS ENUM ('red', 'green');
CREATE TABLE "things" ("id" UUID NOT NULL, "colour" "Colour" NOT NULL, CONSTRAINT "things_pkey" PRIMARY KEY ("id"));
`;
const second = `ALTER TYPE "Colour" ADD VALUE 'blue';
ALTER TABLE "things" ADD COLUMN "madeAt" TIMESTAMPTZ(3);
CREATE INDEX "things_colour_idx" ON "things"("colour");
`;
const schema = (extra = "") => ({
  files: [
    {
      path: "schema.prisma",
      content: `datasource db {
  provider = "postgresql"
}
enum Colour {
  red
  green
  blue
}
model Thing {
  id     String    @id @db.Uuid
  colour Colour
  madeAt DateTime? @db.Timestamptz(3)
  ${extra}
  @@index([colour])
  @@map("things")
}
`,
    },
  ],
});

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mentor-migrations-"));
  pglite = await openEmptyDatabase();
  engine = embeddedEngine(pglite);
}, 30_000);

afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function migrations(scripts: Record<string, string>): Promise<Migration[]> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, sql] of Object.entries(scripts)) {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, "migration.sql"), sql);
  }
  return readMigrations(folder);
}

describe("applying migrations", { timeout: 30_000 }, () => {
  test("makes what Prisma's own engine makes, and each knows what the other applied", async () => {
    const both = await migrations({ "1_first": first, "2_second": second });
    expect(await applyMigrations(engine, both)).toEqual(["1_first", "2_second"]);

    const other = await openEmptyDatabase();
    const byPrisma = embeddedEngine(other);
    try {
      await withSchemaEngine(pgliteFactory(other), schema(), async (prisma) => {
        const { appliedMigrationNames } = await prisma.applyMigrations({
          migrationsList: migrationList(both),
          filters: { externalTables: [], externalEnums: [] },
        });
        expect(appliedMigrationNames).toEqual(["1_first", "2_second"]);
      });
      expect(await describeSchema(engine)).toEqual(await describeSchema(byPrisma));
      expect(await applyMigrations(byPrisma, both)).toEqual([]);
      const records = `SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count,
        finished_at IS NOT NULL AS finished, length(id) AS id_length FROM _prisma_migrations ORDER BY 1`;
      expect((await engine.execute(records)).rows).toEqual((await byPrisma.execute(records)).rows);
    } finally {
      await byPrisma.close();
    }
    await withSchemaEngine(pgliteFactory(pglite), schema(), async (prisma) => {
      const input = {
        migrationsList: migrationList(both),
        filters: { externalTables: [], externalEnums: [] },
      };
      expect((await prisma.applyMigrations(input)).appliedMigrationNames).toEqual([]);
    });
  });

  test("again does nothing, and later ones are added", async () => {
    expect(await applyMigrations(engine, await migrations({ "1_first": first }))).toEqual(["1_first"]);
    expect(await applyMigrations(engine, await migrations({ "1_first": first }))).toEqual([]);
    const both = await migrations({ "1_first": first, "2_second": second });
    expect(await Promise.all([applyMigrations(engine, both), applyMigrations(engine, both)])).toContainEqual([
      "2_second",
    ]);
  });

  test("refuses an edited one, but not other line ends", async () => {
    await applyMigrations(engine, await migrations({ "1_first": first }));
    expect(
      await applyMigrations(engine, await migrations({ "1_first": first.replaceAll("\n", "\r\n") })),
    ).toEqual([]);
    const edited = await migrations({ "1_first": `${first}-- more\n` });
    await expect(applyMigrations(engine, edited)).rejects.toThrow(
      "The migration 1_first was edited after this database applied it",
    );
  });

  test("refuses a database of another version", async () => {
    await applyMigrations(engine, await migrations({ "1_first": first, "2_second": second }));
    await expect(applyMigrations(engine, await migrations({ "1_first": first }))).rejects.toThrow(
      "2_second is unknown to this one",
    );
  });

  test("leaves nothing of one that fails, says why in one line, and can be repeated when mended", async () => {
    const broken = await migrations({ "1_first": first, "2_second": `${second}SELECT nothing_such();\n` });
    await expect(applyMigrations(engine, broken)).rejects.toThrow(
      /^The migration 2_second failed and left no trace: .*nothing_such.*$/,
    );
    const mended = await migrations({ "1_first": first, "2_second": second });
    expect(await applyMigrations(engine, mended)).toEqual(["2_second"]);
  });

  test("refuses one that Prisma recorded as failed", async () => {
    const one = await migrations({ "1_first": first });
    await applyMigrations(engine, one);
    await engine.execute("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(applyMigrations(engine, one)).rejects.toThrow("1_first failed on this database earlier");
  });
});

describe("comparing migrations with the schema", { timeout: 30_000 }, () => {
  test("finds nothing when they agree", async () => {
    expect(await missingSql(await migrations({ "1_first": first, "2_second": second }), schema())).toBeNull();
  });

  test("finds an added column", async () => {
    const both = await migrations({ "1_first": first, "2_second": second });
    expect(await missingSql(both, schema("label String?"))).toContain(`ADD COLUMN     "label" TEXT`);
  });

  test("says that a migration is wrong", async () => {
    const wrong = await migrations({ "1_first": first, "2_wrong": "ALTER TABLE nowhere ADD COLUMN x TEXT;" });
    await expect(missingSql(wrong, schema())).rejects.toThrow(/nowhere/);
  });
});

test("the portal's own migrations are found beside its code", () => {
  expect(migrationsFolder()).toBe(path.resolve("prisma/migrations"));
});
