import { config } from "../config.server";
import { openEmbedded } from "./embedded.server";
import { applyMigrations, readMigrations } from "./migrations.server";
import { openServer } from "./postgres.server";
import { state, putDatabase, type DatabaseStart } from "./transaction.server";

/**
 * Opens the configured database, takes the embedded folder for this process and applies migrations.
 * A second call gives the first one's answer.
 * @throws StartError with one line for the operator
 */
export function startDatabase(): Promise<DatabaseStart> {
  state.starting ??= start().catch((error: unknown) => {
    state.starting = undefined;
    throw error;
  });
  return state.starting;
}

async function start(): Promise<DatabaseStart> {
  const { dataDir, databaseUrl } = config();
  const began = performance.now();
  const opened = databaseUrl === null ? await openEmbedded(dataDir) : await openServer(databaseUrl);
  const open = performance.now();
  try {
    const applied = await applyMigrations(opened, await readMigrations());
    putDatabase(opened);
    return {
      kind: opened.kind,
      openMs: Math.round(open - began),
      migrateMs: Math.round(performance.now() - open),
      applied,
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Closes the database; running queries finish first. Without an open one it does nothing. */
export async function stopDatabase(): Promise<void> {
  await state.starting?.catch(() => undefined);
  state.starting = undefined;
  await putDatabase(undefined)?.close();
}
