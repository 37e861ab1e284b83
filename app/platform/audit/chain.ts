import { createHash } from "node:crypto";
import type { JsonValue } from "./canonical-json";
import { canonicalJson } from "./canonical-json";

/**
 * The chain over the audit events. A link holds the hash of the link before it and the hash of both it and its
 * event, so no event can be changed, taken out, put in or moved without every later hash changing. Links are
 * numbered 1, 2, 3 … in the order of chaining, which is not the order of time: an event committed late is
 * chained late. Pure: the walk gets rows and says what is wrong with them.
 */

/** An event as the database holds it. */
export interface AuditRow {
  id: string;
  occurredAt: Date;
  actorId: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  details: JsonValue;
  requestId: string | null;
  mac: string;
}

export interface AuditLinkRow {
  position: number;
  eventId: string;
  prevHash: string;
  hash: string;
}

/** The end of a chain: how many links, and the hash of the last. */
export interface ChainEnd {
  count: number;
  hash: string;
}

/** The end of an empty chain; the first link continues it. */
export const chainStart: ChainEnd = { count: 0, hash: "0".repeat(64) };

/** Action of the event the worker leaves when it finds the chain shorter or other than it left it. */
export const chainCutAction = "audit.chain-cut";

/** The text the MAC of an event is made of: everything but the MAC. */
export function eventText({ mac: _, ...event }: AuditRow): string {
  return canonicalJson({ ...event, occurredAt: event.occurredAt.toISOString() });
}

/** Hash of a link: SHA-256 over the hash before it and its event. */
export function linkHash(prevHash: string, event: AuditRow): string {
  return createHash("sha256")
    .update(`${prevHash}\n${event.mac}\n${eventText(event)}`, "utf8")
    .digest("hex");
}

/** Links for events, in their order, continuing a chain. */
export function linksFor(end: ChainEnd, events: AuditRow[]): AuditLinkRow[] {
  let { count, hash } = end;
  return events.map((event) => {
    const link = { position: count + 1, eventId: event.id, prevHash: hash, hash: linkHash(hash, event) };
    count = link.position;
    hash = link.hash;
    return link;
  });
}

export type FindingKind =
  | "edited"
  | "forged"
  | "deletedEvent"
  | "deletedLink"
  | "reordered"
  | "replaced"
  | "cut"
  | "unchained"
  | "anchor"
  | "log";

/** Something wrong: where in the chain (if it has a place there), what kind, and said in a sentence. */
export interface Finding {
  position: number | null;
  kind: FindingKind;
  text: string;
}

/**
 * Checks one link after the end of what was walked so far. A fault is told once: the walk goes on from what the
 * link itself says.
 * @param event the row the link points to, null when it is gone
 * @param isGenuine says whether the row's MAC is the portal's
 */
export function checkLink(
  end: ChainEnd,
  link: AuditLinkRow,
  event: AuditRow | null,
  isGenuine: (event: AuditRow) => boolean,
): { end: ChainEnd; findings: Finding[] } {
  const findings: Finding[] = [];
  const { position } = link;
  const report = (kind: FindingKind, text: string, at = position) =>
    findings.push({ position: at, kind, text });
  const missing = position - end.count - 1;
  if (missing > 0) {
    report(
      "deletedLink",
      missing === 1 ? "the link is missing" : `${missing} links are missing`,
      end.count + 1,
    );
  } else if (link.prevHash !== end.hash) {
    report("reordered", "the link does not continue the one before it: reordered, inserted or edited");
  }
  if (!event) {
    report("deletedEvent", `event ${link.eventId} was deleted`);
  } else {
    const hashFits = linkHash(link.prevHash, event) === link.hash;
    const genuine = isGenuine(event);
    if (!genuine && hashFits)
      report("forged", `event ${event.id} was not written by the portal: inserted or edited`);
    if (!genuine && !hashFits) report("edited", `event ${event.id} was edited`);
    if (genuine && !hashFits)
      report("replaced", `event ${event.id} is not the one chained here: reordered or edited link`);
    if (genuine && event.action === chainCutAction) {
      report(
        "cut",
        `the worker found here another end of the chain than it had left: ${canonicalJson(event.details)}`,
      );
    }
  }
  return { end: { count: position, hash: link.hash }, findings };
}
