import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { StartError } from "../start-error";
import { alikeAdapter } from "./adapter.server";
import type { Engine } from "./engine.server";
import { lockFolder } from "./folder-lock.server";
import { PrismaClient } from "./generated/client";

/** Values of our own SQL as a server gives them; Prisma reads its own in its own way. */
const parsers = { [types.INT8]: Number, [types.DATE]: String };

/**
 * Opens the embedded database in `dataDir`/postgres, making it when there is none.
 * @throws StartError when the folder cannot be used or another process uses it
 */
export async function openEmbedded(dataDir: string): Promise<Engine> {
  const unlock = await lockFolder(dataDir);
  try {
    const folder = path.join(dataDir, "postgres");
    if (!existsSync(path.join(folder, "PG_VERSION"))) await makeDatabase(folder);
    return embeddedEngine(await PGlite.create(folder), unlock);
  } catch (error) {
    await unlock();
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`Cannot open the embedded database in ${dataDir}: ${firstLine(reason)}`);
  }
}

/** Makes the database aside and moves it in place, so that a stop half way leaves nothing half made. */
async function makeDatabase(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  const pglite = await PGlite.create(aside);
  await pglite.close();
  await rename(aside, folder);
}

/** An engine over an open PGlite; `afterClose` runs once it is closed. */
export function embeddedEngine(pglite: PGlite, afterClose: () => Promise<void> = async () => {}): Engine {
  const client = new PrismaClient({ adapter: alikeAdapter(new PrismaPGlite(pglite), "embedded") });
  return {
    kind: "embedded",
    client,
    async execute<Row>(text: string, values?: unknown[]) {
      if (values && values.length > 0) {
        const result = await pglite.query<Row>(text, values, { parsers });
        return { rows: result.rows, rowCount: rowCount(result) };
      }
      // Inside a transaction, so that a script that fails after its own BEGIN does not leave it open.
      const results = await pglite.transaction((tx) => tx.exec(text, { parsers }));
      const last = results.at(-1);
      return { rows: (last?.rows ?? []) as Row[], rowCount: last ? rowCount(last) : 0 };
    },
    transaction: (work) =>
      pglite.transaction((tx) =>
        work({
          query: async <Row>(text: string, values?: unknown[]) =>
            (await tx.query<Row>(text, values, { parsers })).rows,
          script: async (sql) => {
            await tx.exec(sql);
          },
        }),
      ),
    async close() {
      await client.$disconnect();
      await pglite.close();
      await afterClose();
    },
  };
}

function rowCount(result: { rows: unknown[]; affectedRows?: number }): number {
  return result.rows.length > 0 ? result.rows.length : (result.affectedRows ?? 0);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
