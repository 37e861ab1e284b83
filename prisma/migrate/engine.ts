import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

let loaded: Promise<void> | undefined;

/** Loads Prisma's schema engine, the one `prisma migrate` would download, from its WebAssembly package. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
    const file = await readFile(path.join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(file, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
  })();
  return loaded;
}

/** Runs work with the schema engine on a database, which stays open. */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemasContainer,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const datamodels = schema.files.map(({ path: name, content }): [string, string] => [name, content]);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, bound);
  try {
    return await work(engine);
  } catch (error) {
    // The engine knows a failed statement by a number only; what the database said stands beside it.
    const id = /External error id#(\d+)/.exec(String(error))?.[1];
    const cause = id === undefined ? undefined : bound.errorRegistry.consumeError(Number(id))?.error;
    if (!(error instanceof Error) || !(cause instanceof Error)) throw error;
    throw new Error(`${error.message.split("\n", 1)[0]?.trim()} ${cause.message}`, { cause });
  } finally {
    engine.free();
  }
}

/**
 * The schema engine's adapter over PGlite. The same database serves as the shadow, which is enough
 * for comparing migrations with a schema: that never touches the main one.
 */
export function pgliteFactory(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const connect = () => connection(pglite);
  return { provider: "postgres", adapterName: "pglite", connect, connectToShadowDb: connect };
}

async function connection(pglite: PGlite): Promise<SqlDriverAdapter> {
  const inner = await new PrismaPGlite(pglite).connect();
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inner.queryRaw(query),
    executeRaw: (query) => inner.executeRaw(query),
    // The published adapter does not wait for the script, so its errors would be lost.
    executeScript: async (script) => {
      await pglite.exec(script);
    },
    startTransaction: (level) => inner.startTransaction(level),
    dispose: async () => {},
  };
}
