import type { Tx } from "../db/index.server";
import type { JsonValue } from "./canonical-json";
import type { AuditRow } from "./chain";

/** Events by id; an id without a row is missing. */
export async function auditRows(tx: Pick<Tx, "auditEvent">, ids: string[]): Promise<Map<string, AuditRow>> {
  const rows = await tx.auditEvent.findMany({ where: { id: { in: ids } } });
  // The client's type of a JSON column also allows values that JSON.parse never gives.
  return new Map(rows.map((row) => [row.id, { ...row, details: row.details as JsonValue }]));
}
