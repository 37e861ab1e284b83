import { randomInt } from "node:crypto";
import { lockRow, type Tx } from "~/platform/db/index.server";
import { statusListLength } from "../../rules/certificate/status-list";

/**
 * A free place in the status list, drawn by chance: places next to each other say nothing about certificates
 * next to each other. Whoever draws waits for the others.
 */
export async function drawStatusIndex(tx: Tx): Promise<number> {
  await lockRow(tx, "certificate-status");
  for (;;) {
    const statusIndex = randomInt(statusListLength);
    if ((await tx.certificate.count({ where: { statusIndex } })) === 0) return statusIndex;
  }
}

/** The place of a certificate; one from before badges gets its own now. */
export async function statusIndexOf(tx: Tx, id: string): Promise<number> {
  const known = await tx.certificate.findUniqueOrThrow({ where: { id }, select: { statusIndex: true } });
  if (known.statusIndex !== null) return known.statusIndex;
  const statusIndex = await drawStatusIndex(tx);
  await tx.certificate.updateMany({ where: { id, statusIndex: null }, data: { statusIndex } });
  const row = await tx.certificate.findUniqueOrThrow({ where: { id }, select: { statusIndex: true } });
  return row.statusIndex ?? statusIndex;
}
