import type { Tx } from "../db/index.server";
import { db, inTransaction, lockRow } from "../db/index.server";
import type { Anchor } from "./anchor.server";
import { isSigned, logPath, readAnchor, readAnchorLog } from "./anchor.server";
import type { ChainEnd, Finding } from "./chain";
import { chainStart, checkLink } from "./chain";
import { chainLock } from "./chain-events.server";
import { isGenuine } from "./event.server";
import { Findings } from "./findings";
import { auditRows } from "./rows.server";

/** What a walk over the whole chain found. */
export interface ChainReport {
  /** Links walked. */
  links: number;
  /** Hash of the last link: written down elsewhere, it proves later that nothing before it has changed. */
  lastHash: string;
  /** Events that wait to be chained; some are normal while the portal runs. */
  waiting: number;
  /** How many faults there are; 0 for a whole chain. */
  faults: number;
  /** The first two hundred of them. */
  findings: Finding[];
}

const batchSize = 1000;
const lastStepTimeoutMs = 600_000;

/**
 * Walks the chain from its first link to its last, in batches beside the running portal; then, while the
 * worker waits, compares its end with the anchors and looks for events the chain does not know.
 */
export async function verifyChain(): Promise<ChainReport> {
  const findings = new Findings();
  const walk = newWalk(findings, await anchorsOfLog(findings));
  await walkOn(db(), walk);
  return inTransaction(
    async (tx) => {
      await lockRow(tx, chainLock);
      await walkOn(tx, walk);
      await checkLinkCount(tx, walk);
      checkAnchors(await readAnchor(tx), walk);
      await checkUnchained(tx, findings);
      const waiting = await checkWaiting(tx, findings);
      return {
        links: walk.walked,
        lastHash: walk.end.hash,
        waiting,
        faults: findings.count,
        findings: findings.kept,
      };
    },
    { timeoutMs: lastStepTimeoutMs },
  );
}

interface Walk {
  end: ChainEnd;
  walked: number;
  findings: Findings;
  /** Hashes the log remembers, by position. */
  logged: Map<number, string>;
}

function newWalk(findings: Findings, logged: Map<number, string>): Walk {
  return { end: chainStart, walked: 0, findings, logged };
}

async function walkOn(reader: Pick<Tx, "auditLink" | "auditEvent">, walk: Walk): Promise<void> {
  for (;;) {
    const links = await reader.auditLink.findMany({
      where: { position: { gt: walk.end.count } },
      orderBy: { position: "asc" },
      take: batchSize,
    });
    if (links.length === 0) return;
    const rows = await auditRows(
      reader,
      links.map((link) => link.eventId),
    );
    for (const link of links) {
      const { end, findings } = checkLink(walk.end, link, rows.get(link.eventId) ?? null, isGenuine);
      walk.findings.addAll(findings);
      const remembered = walk.logged.get(link.position);
      if (remembered !== undefined && remembered !== link.hash) {
        walk.findings.add(
          "log",
          `the log remembers another hash here: the chain was rewritten`,
          link.position,
        );
      }
      walk.end = end;
      walk.walked += 1;
    }
  }
}

async function anchorsOfLog(findings: Findings): Promise<Map<number, string>> {
  const logged = new Map<number, string>();
  for (const [index, anchor] of (await readAnchorLog()).entries()) {
    if (anchor && isSigned(anchor)) logged.set(anchor.count, anchor.hash);
    else findings.add("log", `line ${index + 1} of ${logPath()} was not written by the portal`);
  }
  return logged;
}

async function checkLinkCount(tx: Tx, { walked, findings }: Walk): Promise<void> {
  const outside = (await tx.auditLink.count()) - walked;
  if (outside > 0) findings.add("reordered", `${outside} links have a position outside the chain`);
}

function checkAnchors(anchor: Anchor | null, { end, findings, logged }: Walk): void {
  const logCount = [...logged.keys()].reduce((most, count) => Math.max(most, count), 0);
  if (logCount > end.count) {
    const text = `the log remembers ${logCount} links and the chain has ${end.count}: its end was cut off, or the database was restored from a backup`;
    findings.add("log", text, end.count + 1);
  }
  if (!anchor) {
    if (end.count > 0) findings.add("anchor", "the anchor row is missing");
    return;
  }
  if (!isSigned(anchor)) findings.add("anchor", "the anchor row was not written by the portal");
  else if (anchor.count > end.count) {
    findings.add(
      "cut",
      `the anchor remembers ${anchor.count} links and the chain has ${end.count}`,
      end.count + 1,
    );
  } else if (anchor.count !== end.count || anchor.hash !== end.hash) {
    findings.add(
      "anchor",
      `the anchor (${anchor.count} links) does not fit the end of the chain`,
      anchor.count,
    );
  }
}

/** Events that are neither chained nor wait for it: their link was deleted, or they were put in by hand. */
async function checkUnchained(tx: Tx, findings: Findings): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM audit_events e
     WHERE NOT EXISTS (SELECT FROM audit_links l WHERE l."eventId" = e.id)
       AND NOT EXISTS (SELECT FROM audit_pending p WHERE p."eventId" = e.id)
     ORDER BY e.id`;
  for (const { id } of rows)
    findings.add("unchained", `event ${id} is outside the chain: inserted, or its link deleted`);
}

async function checkWaiting(tx: Tx, findings: Findings): Promise<number> {
  let waiting = 0;
  let after: string | undefined;
  for (;;) {
    const pending = await tx.auditPending.findMany({
      where: after === undefined ? {} : { eventId: { gt: after } },
      orderBy: { eventId: "asc" },
      take: batchSize,
    });
    const ids = pending.map((row) => row.eventId);
    if (ids.length === 0) return waiting;
    waiting += ids.length;
    after = ids.at(-1);
    const rows = await auditRows(tx, ids);
    for (const id of ids) {
      const row = rows.get(id);
      if (!row) findings.add("deletedEvent", `event ${id} was deleted before it was chained`);
      else if (!isGenuine(row))
        findings.add("forged", `event ${id}, not chained yet, was inserted or edited`);
    }
  }
}
