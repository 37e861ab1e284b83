import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log } from "../log.server";
import { StartError } from "../start-error";
import { alikeAdapter } from "./adapter.server";
import type { Engine } from "./engine.server";
import { PrismaClient } from "./generated/client";

/** Longest wait for the server at start, in milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Longest wait for a connection while running, when all of the pool are busy. */
const POOL_WAIT_MS = 15_000;

/**
 * Opens a PostgreSQL server.
 * @throws StartError when it cannot be reached or refuses us
 */
export async function openServer(databaseUrl: string): Promise<Engine> {
  await probe(databaseUrl);
  const pool = makePool(databaseUrl);
  // One that breaks while it is lent says so on itself as well; its next query fails and is dealt with there.
  pool.on("connect", (connection) => void connection.on("error", () => undefined));
  // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ code: errorCode(error) }, "idle database connection lost");
  });
  const client = new PrismaClient({ adapter: alikeAdapter(new PrismaPg(pool), "server") });
  return {
    kind: "server",
    client,
    async execute<Row>(text: string, values?: unknown[]) {
      const result = await withConnection(pool, (connection) => connection.query(text, values));
      // Several statements answer with a list; the last one is what the caller asked for.
      const last = Array.isArray(result) ? result.at(-1) : result;
      return { rows: last.rows as Row[], rowCount: last.rowCount ?? 0 };
    },
    transaction: (work) =>
      withConnection(pool, async (connection) => {
        await connection.query("BEGIN");
        const result = await work({
          query: async <Row>(text: string, values?: unknown[]) =>
            (await connection.query(text, values)).rows as Row[],
          script: async (sql) => {
            await connection.query(sql);
          },
        });
        await connection.query("COMMIT");
        return result;
      }),
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/** Connects once, so that a wrong address is said at start and not by the first visitor's error. */
async function probe(connectionString: string): Promise<void> {
  const client = makeClient(connectionString);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`Cannot use the database at ${place(client)}: ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function makeClient(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  } catch {
    throw new StartError("DATABASE_URL is not an address of a PostgreSQL database.");
  }
}

function makePool(connectionString: string): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: POOL_WAIT_MS,
    keepAlive: true,
    types: { getTypeParser },
    application_name: "mentor-portal",
    // The drivers write and read moments without an offset: the session must be in UTC.
    onConnect: async (connection) => {
      await connection.query("SET TIME ZONE 'UTC'; SET default_transaction_isolation TO 'read committed'");
    },
  });
}

/** Values of our own SQL as the embedded database gives them; Prisma reads its own in its own way. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.DATE) return String;
  return format === "binary" ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid, "text");
};

/** Lends a connection; one on which something failed is thrown away, so no open transaction stays behind. */
async function withConnection<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    const result = await work(connection);
    connection.release();
    return result;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** host:port/database, never the password. */
function place({ host, port, database }: pg.Client): string {
  return `${host}:${port}/${database ?? ""}`;
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function reason(error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there (ECONNREFUSED).";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host name is not known (${code}).`;
    case "28P01":
    case "28000":
      return `it refused the user name or the password (${code}).`;
    case "3D000":
      return "there is no database of that name (3D000).";
    case "53300":
      return "it has no connection left (53300).";
    case "57P03":
      return "it is still starting or going down (57P03).";
  }
  const message = error instanceof Error ? error.message : "";
  if (/timeout/i.test(message)) return `no answer within ${CONNECT_TIMEOUT_MS / 1000} s.`;
  return code ? `${message} (${code}).` : `${message}.`;
}
