import type { Tx } from "../db/index.server";
import { inTransaction, lockRow } from "../db/index.server";
import { log } from "../log.server";
import type { Anchor } from "./anchor.server";
import { isSigned, logAnchor, makeAnchor, readAnchor, writeAnchor } from "./anchor.server";
import type { AuditRow, ChainEnd } from "./chain";
import { chainCutAction, chainStart, linksFor } from "./chain";
import { audit } from "./event.server";
import { auditRows } from "./rows.server";

/** Whoever holds this lock may add links; nobody else does meanwhile. */
export const chainLock = "audit-chain";

const batchSize = 500;

/**
 * Chains every committed event that is not chained yet, in the order of its id, one process at a time.
 * @returns how many were chained
 */
export async function chainEvents({ now }: { now: Date }): Promise<number> {
  let chained = 0;
  for (;;) {
    const { count, anchor } = await inTransaction((tx) => chainBatch(tx, now));
    await logAnchor(anchor);
    chained += count;
    if (count < batchSize) return chained;
  }
}

async function chainBatch(tx: Tx, now: Date): Promise<{ count: number; anchor: Anchor | null }> {
  const some = await tx.auditPending.findFirst({ select: { eventId: true } });
  if (!some) return { count: 0, anchor: null };
  await lockRow(tx, chainLock);
  const end = await chainEnd(tx, now);
  const events = await pendingEvents(tx);
  if (events.length === 0) return { count: 0, anchor: null };
  const links = linksFor(end, events);
  await tx.auditLink.createMany({ data: links });
  await tx.auditPending.deleteMany({ where: { eventId: { in: links.map((link) => link.eventId) } } });
  const last = links.at(-1)!;
  const anchor = makeAnchor({ count: last.position, hash: last.hash }, now);
  await writeAnchor(tx, anchor);
  return { count: links.length, anchor };
}

/** Where to continue. An end that is not the anchored one is not passed over: an event about it joins the chain. */
async function chainEnd(tx: Tx, now: Date): Promise<ChainEnd> {
  const anchor = await readAnchor(tx);
  const tail = await tx.auditLink.findFirst({ orderBy: { position: "desc" } });
  const end = tail ? { count: tail.position, hash: tail.hash } : chainStart;
  const left = anchor ?? chainStart;
  const signed = !anchor || isSigned(anchor);
  if (!signed || left.count !== end.count || left.hash !== end.hash) {
    const details = { left: left.count, leftHash: left.hash, signed, found: end.count, foundHash: end.hash };
    log.error(details, "audit chain: another end than was left; run audit:verify");
    await audit(tx, { actor: null, action: chainCutAction, details, at: now });
  }
  return end;
}

/** An event deleted before it was chained stays on the list, as the trace of it. */
async function pendingEvents(tx: Tx): Promise<AuditRow[]> {
  const pending = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM audit_pending p JOIN audit_events e ON e.id = p."eventId" ORDER BY e.id LIMIT ${batchSize}`;
  const ids = pending.map((row) => row.id);
  const rows = await auditRows(tx, ids);
  return ids.flatMap((id) => rows.get(id) ?? []);
}
