/** What a failed statement says about itself, wherever in Prisma's error it stands. */
interface DriverCause {
  kind?: string;
  originalCode?: string;
  code?: string;
  constraint?: { index?: string };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function driverCause(error: unknown): DriverCause | undefined {
  if (!isRecord(error)) return undefined;
  if (isRecord(error.meta) && isRecord(error.meta.driverAdapterError)) {
    return driverCause(error.meta.driverAdapterError);
  }
  if (isRecord(error.cause) && typeof error.cause.kind === "string") return error.cause;
  return undefined;
}

/** True for a serialization failure (40001) or a deadlock (40P01): the same transaction may succeed when repeated. */
export function isRepeatable(error: unknown): boolean {
  if (isRecord(error) && error.code === "P2034") return true;
  const cause = driverCause(error);
  const state = cause?.originalCode ?? cause?.code;
  return cause?.kind === "TransactionWriteConflict" || state === "40001" || state === "40P01";
}

/**
 * The name of the unique index (or constraint) a write broke, the same on both engines,
 * for example `accounts_emailKey_key`; null when the error is another one.
 */
export function brokenUniqueIndex(error: unknown): string | null {
  const cause = driverCause(error);
  return cause?.kind === "UniqueConstraintViolation" ? (cause.constraint?.index ?? null) : null;
}
