import type { PrismaClient } from "./generated/client";

/** Rows of one statement, as pg-boss and our own SQL expect them. */
export interface SqlResult<Row = Record<string, unknown>> {
  rows: Row[];
  rowCount: number;
}

/** One connection inside one transaction. */
export interface SqlSession {
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
}

/** An open database, embedded or on a server. */
export interface Engine {
  readonly kind: "embedded" | "server";
  readonly client: PrismaClient;
  /** Runs one statement outside any transaction, or several when there are no values. */
  execute<Row>(text: string, values?: unknown[]): Promise<SqlResult<Row>>;
  /** Runs work in a transaction of its own, below Prisma: migrations need it. */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** Closes connections and gives the embedded folder back. */
  close(): Promise<void>;
}
