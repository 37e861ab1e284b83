import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { isRepeatable } from "./database-error.server";
import type { Engine, SqlResult } from "./engine.server";
import type { Prisma, PrismaClient } from "./generated/client";

/**
 * What a transaction hands to its work: Prisma's models and raw queries. `tx.$transaction(work)` is a
 * savepoint: when its work fails, only that part is undone and the transaction can go on.
 */
export type Tx = Prisma.TransactionClient;

/** What starting the database took, in milliseconds, and what it changed. */
export interface DatabaseStart {
  kind: "embedded" | "server";
  openMs: number;
  migrateMs: number;
  /** Names of the migrations applied by this start. */
  applied: string[];
}

interface RunningTransaction {
  open: boolean;
}

interface DatabaseState {
  engine: Engine | undefined;
  starting: Promise<DatabaseStart> | undefined;
  running: AsyncLocalStorage<RunningTransaction>;
}

// On globalThis because the development server loads modules anew after an edit, and the folder of
// the embedded database must not be opened twice.
const stateKey = Symbol.for("mentor-portal.database");
const globals: typeof globalThis & { [stateKey]?: DatabaseState } = globalThis;
/** @internal shared with start.server.ts */
export const state = (globals[stateKey] ??= {
  engine: undefined,
  starting: undefined,
  running: new AsyncLocalStorage(),
});

/** Longest wait for a connection (on the embedded database: for its turn), in milliseconds. */
const MAX_WAIT_MS = 15_000;
/** Longest running time of a transaction unless it asks for more, in milliseconds. */
const TIMEOUT_MS = 20_000;
const RETRIES = 3;

/** The open engine. @throws Error when `startDatabase()` has not finished */
export function engine(): Engine {
  if (!state.engine) throw new Error("The database is not open: startDatabase() must finish first.");
  return state.engine;
}

/** Puts an open engine in place; tests give their own, `undefined` takes it away. Returns the previous one. */
export function putDatabase(replacement: Engine | undefined): Engine | undefined {
  const previous = state.engine;
  state.engine = replacement;
  return previous;
}

/**
 * The Prisma client, for reads and single writes outside transactions; these begin with `inTransaction`.
 * @throws Error when called inside `inTransaction`: the embedded database has one connection, which the
 *   transaction holds, so the query would wait for itself; on a server it would miss the transaction's writes.
 */
export function db(): PrismaClient {
  refuseInside("db()");
  return engine().client;
}

/**
 * Runs work in one READ COMMITTED transaction; a serialization failure or a deadlock repeats it, so work
 * must have no effect outside the database (queue mail and jobs through `tx`).
 * @param options.timeoutMs longest running time, 20 s unless said otherwise; imports need more
 * @throws Error when called inside another transaction: hand the `tx` down instead
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  refuseInside("inTransaction()");
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await runOnce(work, options.timeoutMs ?? TIMEOUT_MS);
    } catch (error) {
      if (attempt >= RETRIES || !isRepeatable(error)) throw error;
      await delay(2 ** attempt * 20 * (0.5 + Math.random()));
    }
  }
}

async function runOnce<T>(work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  const running: RunningTransaction = { open: true };
  try {
    return await engine().client.$transaction((tx) => state.running.run(running, () => work(tx)), {
      maxWait: MAX_WAIT_MS,
      timeout,
    });
  } finally {
    // Work left behind by the transaction keeps its async context and may use db() from now on.
    running.open = false;
  }
}

/**
 * Waits until no other transaction holds the same key, then holds it to the end of this one: for
 * "the last place" and "the next number". Take several keys in a fixed order.
 */
export async function lockRow(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/**
 * Runs SQL outside transactions, in the shape of pg-boss' `db: { executeSql }`.
 * Without values the text may hold several statements. A `bigint` comes as a number, a `date` as YYYY-MM-DD.
 */
export function executeSql<Row = Record<string, unknown>>(
  text: string,
  values?: unknown[],
): Promise<SqlResult<Row>> {
  refuseInside("executeSql()");
  return engine().execute<Row>(text, values);
}

/** The same inside a transaction: `boss.send(name, data, { db: { executeSql: executeSqlIn(tx) } })`. */
export function executeSqlIn(tx: Tx): typeof executeSql {
  return async <Row>(text: string, values: unknown[] = []) => {
    const rows = await tx.$queryRawUnsafe<Row[]>(text, ...values);
    return { rows, rowCount: rows.length };
  };
}

function refuseInside(what: string): void {
  if (state.running.getStore()?.open) {
    throw new Error(`${what} was called inside a transaction: use the tx that inTransaction() hands over.`);
  }
}
