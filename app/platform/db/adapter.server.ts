import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";

interface DriverCause {
  kind?: string;
  originalMessage?: string;
  constraint?: unknown;
}

/**
 * Makes the two drivers behave alike where they differ:
 * - the embedded driver names the columns of a broken unique index, the server's its name: both give the name;
 * - the embedded driver sets the isolation level before the transaction begins, where it has no effect;
 * - a server answers COMMIT of a failed transaction with a silent ROLLBACK: both throw.
 */
export function alikeAdapter(
  factory: SqlDriverAdapterFactory,
  kind: "embedded" | "server",
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => alikeConnection(await factory.connect(), kind),
  };
}

function alikeConnection(inner: SqlDriverAdapter, kind: "embedded" | "server"): SqlDriverAdapter {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inner.queryRaw(query).catch(rethrowAlike),
    executeRaw: (query) => inner.executeRaw(query).catch(rethrowAlike),
    executeScript: (script) => inner.executeScript(script),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
    startTransaction: async (level) => {
      if (kind === "server") return alikeTransaction(await inner.startTransaction(level));
      const transaction = alikeTransaction(await inner.startTransaction());
      if (level) await transaction.executeRaw(isolation(level));
      return transaction;
    },
  };
}

function alikeTransaction(inner: Transaction): Transaction {
  let failed = false;
  const watch = async <T>(operation: Promise<T>): Promise<T> => {
    try {
      return await operation;
    } catch (error) {
      // An unreadable column is the driver's own complaint; the transaction is still good.
      failed ||= causeOf(error)?.kind !== "UnsupportedNativeDataType";
      return rethrowAlike(error);
    }
  };
  const statement = async (sql: string): Promise<void> => {
    await watch(inner.executeRaw(plain(sql)));
  };
  const refuseFailed = () => {
    throw new Error("A statement of this transaction failed, so nothing of it can be committed.");
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (query) => watch(inner.queryRaw(query)),
    executeRaw: async (query) => {
      if (query.sql !== "COMMIT" || !failed) return watch(inner.executeRaw(query));
      await inner.executeRaw(plain("ROLLBACK"));
      return refuseFailed();
    },
    commit: async () => {
      if (!failed || !inner.options.usePhantomQuery) return inner.commit();
      await inner.rollback();
      return refuseFailed();
    },
    rollback: () => inner.rollback(),
    createSavepoint: (name) => statement(`SAVEPOINT ${name}`),
    rollbackToSavepoint: async (name) => {
      await statement(`ROLLBACK TO SAVEPOINT ${name}`);
      failed = false;
    },
    releaseSavepoint: (name) => statement(`RELEASE SAVEPOINT ${name}`),
  };
}

const plain = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });
const isolation = (level: IsolationLevel): SqlQuery => plain(`SET TRANSACTION ISOLATION LEVEL ${level}`);

function causeOf(error: unknown): DriverCause | undefined {
  if (!(error instanceof Error) || typeof error.cause !== "object" || error.cause === null) return undefined;
  return error.cause;
}

function rethrowAlike(error: unknown): never {
  const cause = causeOf(error);
  if (cause?.kind === "UniqueConstraintViolation") {
    const index = /unique constraint "([^"]+)"/.exec(cause.originalMessage ?? "")?.[1];
    if (index) cause.constraint = { index };
  }
  throw error;
}
