/** The database: one client, one way to run a transaction, one start and one stop. */
export { brokenUniqueIndex } from "./database-error.server";
export type { Engine, SqlResult } from "./engine.server";
export * from "./generated/enums";
export { Prisma } from "./generated/client";
export { startDatabase, stopDatabase } from "./start.server";
export {
  db,
  executeSql,
  executeSqlIn,
  inTransaction,
  lockRow,
  putDatabase,
  type DatabaseStart,
  type Tx,
} from "./transaction.server";
