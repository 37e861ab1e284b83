import { now } from "../clock.server";
import { macOf, sameHash } from "../crypto/index.server";
import type { Tx } from "../db/index.server";
import { jobSoon } from "../jobs/running-jobs.server";
import type { JsonObject } from "./canonical-json";
import { storableJson } from "./canonical-json";
import type { AuditRow } from "./chain";
import { eventText } from "./chain";
import { eventId } from "./event-id";

/** Name of the job that chains events. */
export const chainJobName = "chain-audit";
/** Reads come in bursts; chaining a second later takes them together. */
const chainAfterMs = 1000;

/** `thing.verb`: each domain names its own actions, such as `case.read`. */
export type AuditAction = `${string}.${string}`;

/** What somebody did or read. */
export interface AuditEvent {
  /** Account id; null for the portal itself and for visitors. */
  actor: string | null;
  action: AuditAction;
  subject?: { kind: string; id: string };
  /** Plain JSON without personal data: codes, counts, ids. */
  details?: JsonObject;
  requestId?: string;
  /** When it happened; now when left out. */
  at?: Date;
}

/**
 * Writes one or more events in the transaction of what they speak about; both are kept or neither is.
 * A worker chains them soon after the commit.
 */
export async function audit(tx: Tx, events: AuditEvent | AuditEvent[]): Promise<void> {
  const rows = [events].flat().map(auditRow);
  if (rows.length === 0) return;
  await tx.auditEvent.createMany({ data: rows });
  await tx.auditPending.createMany({ data: rows.map((row) => ({ eventId: row.id })) });
  jobSoon(chainJobName, chainAfterMs);
}

/** Whether a row was written by a portal that holds this portal's keys. */
export function isGenuine(row: AuditRow): boolean {
  return sameHash(row.mac, macOf("audit-event", eventText(row)));
}

function auditRow(event: AuditEvent): AuditRow & { details: JsonObject } {
  const occurredAt = event.at ?? now();
  const row = {
    id: eventId(occurredAt),
    occurredAt,
    actorId: event.actor,
    action: event.action,
    subjectKind: event.subject?.kind ?? null,
    subjectId: event.subject?.id ?? null,
    details: storableJson(event.details ?? {}),
    requestId: event.requestId ?? null,
    mac: "",
  };
  return { ...row, mac: macOf("audit-event", eventText(row)) };
}
