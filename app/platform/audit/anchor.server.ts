import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { config } from "../config.server";
import { macOf, sameHash } from "../crypto/index.server";
import type { Tx } from "../db/index.server";
import type { ChainEnd } from "./chain";

/**
 * An anchor remembers the end of the chain outside the chain, signed: in one row that is written together with
 * the links, and in `DATA_DIR/audit-anchor.log`, where somebody who has only the database cannot reach.
 */
export interface Anchor extends ChainEnd {
  anchoredAt: Date;
  mac: string;
}

const rowId = 1;
const logEveryMs = 60_000;

/** Signs the end of the chain at a moment. */
export function makeAnchor({ count, hash }: ChainEnd, anchoredAt: Date): Anchor {
  return { count, hash, anchoredAt, mac: macOf("audit-anchor", anchorText({ count, hash, anchoredAt })) };
}

/** Whether the portal signed it. */
export function isSigned(anchor: Anchor): boolean {
  return sameHash(anchor.mac, macOf("audit-anchor", anchorText(anchor)));
}

/** The anchor in the database, null before the first link. */
export async function readAnchor(tx: Tx): Promise<Anchor | null> {
  return tx.auditAnchor.findUnique({
    where: { id: rowId },
    select: { count: true, hash: true, anchoredAt: true, mac: true },
  });
}

/** Puts the anchor in the database. */
export async function writeAnchor(tx: Tx, anchor: Anchor): Promise<void> {
  await tx.auditAnchor.upsert({ where: { id: rowId }, create: { id: rowId, ...anchor }, update: anchor });
}

let unlogged: Anchor | null = null;
let loggedAt = -Infinity;

/** Adds the anchor to the log, at most once a minute: `null` only adds one that was held back before. */
export async function logAnchor(anchor: Anchor | null): Promise<void> {
  unlogged = anchor ?? unlogged;
  if (!unlogged || performance.now() - loggedAt < logEveryMs) return;
  const { anchoredAt, count, hash, mac } = unlogged;
  unlogged = null;
  loggedAt = performance.now();
  await mkdir(config().dataDir, { recursive: true, mode: 0o700 });
  await appendFile(logPath(), `${anchoredAt.toISOString()} ${count} ${hash} ${mac}\n`, { mode: 0o600 });
}

/** Lines of the log; null for a line that is not an anchor. A last line torn by a crash is left out. */
export async function readAnchorLog(): Promise<(Anchor | null)[]> {
  const text = await readFile(logPath(), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").slice(0, -1);
  return lines.map((line) => {
    const match = /^(\S+) (\d+) ([0-9a-f]{64}) ([0-9a-f]{64})$/.exec(line);
    const anchoredAt = new Date(match?.[1] ?? "");
    if (!match || Number.isNaN(anchoredAt.getTime())) return null;
    return { anchoredAt, count: Number(match[2]), hash: match[3]!, mac: match[4]! };
  });
}

/** Where the log is. */
export function logPath(): string {
  return path.join(config().dataDir, "audit-anchor.log");
}

function anchorText({ count, hash, anchoredAt }: Omit<Anchor, "mac">): string {
  return `${count}\n${hash}\n${anchoredAt.toISOString()}`;
}
