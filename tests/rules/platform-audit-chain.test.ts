import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "~/platform/audit/canonical-json";
import { canonicalJson, storableJson } from "~/platform/audit/canonical-json";
import type { AuditLinkRow, AuditRow, ChainEnd, FindingKind } from "~/platform/audit/chain";
import { chainCutAction, chainStart, checkLink, eventText, linkHash, linksFor } from "~/platform/audit/chain";
import { eventId } from "~/platform/audit/event-id";

const macOf = (row: AuditRow) => `mac of ${eventText(row)}`;
const isGenuine = (row: AuditRow) => row.mac === macOf(row);

function event(number: number, change: Partial<AuditRow> = {}): AuditRow {
  const row = {
    id: `event-${number}`,
    occurredAt: new Date(Date.UTC(2026, 0, 1, 0, 0, number)),
    actorId: null,
    action: "case.read",
    subjectKind: "case",
    subjectId: String(number),
    details: {},
    requestId: null,
    mac: "",
    ...change,
  };
  return { ...row, mac: macOf(row) };
}

function chainOf(count: number) {
  const events = Array.from({ length: count }, (_, index) => event(index + 1));
  return { events, links: linksFor(chainStart, events) };
}

function kindsIn(
  links: AuditLinkRow[],
  events: AuditRow[],
): { kinds: FindingKind[]; positions: (number | null)[] } {
  let end: ChainEnd = chainStart;
  const found = [...links]
    .sort((a, b) => a.position - b.position)
    .flatMap((link) => {
      const row = events.find(({ id }) => id === link.eventId) ?? null;
      const checked = checkLink(end, link, row, isGenuine);
      end = checked.end;
      return checked.findings;
    });
  return { kinds: found.map(({ kind }) => kind), positions: found.map(({ position }) => position) };
}

describe("the audit chain", () => {
  it("numbers its links from one and finds nothing wrong in a whole chain", () => {
    const { events, links } = chainOf(5);
    expect(links.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(links[0]!.prevHash).toBe("0".repeat(64));
    expect(kindsIn(links, events).kinds).toEqual([]);
  });

  it("goes on where it stopped as if it had never stopped", () => {
    const { events, links } = chainOf(6);
    const first = linksFor(chainStart, events.slice(0, 4));
    const end = { count: 4, hash: first[3]!.hash };
    expect([...first, ...linksFor(end, events.slice(4))]).toEqual(links);
  });

  it("finds an edited event, whichever field was edited", () => {
    const { events, links } = chainOf(3);
    const edits: Partial<AuditRow>[] = [
      { occurredAt: new Date(0) },
      { actorId: "someone" },
      { action: "case.write" },
      { subjectKind: "client" },
      { subjectId: null },
      { details: { changed: true } },
      { requestId: "r" },
      { mac: "other" },
    ];
    for (const edit of edits) {
      const edited = events.map((row, index) => (index === 1 ? { ...row, ...edit } : row));
      expect(kindsIn(links, edited)).toEqual({ kinds: ["edited"], positions: [2] });
    }
  });

  it("finds an edited event even when every hash after it was made again", () => {
    const { events } = chainOf(4);
    const edited = events.map((row, index) => (index === 1 ? { ...row, action: "case.write" } : row));
    expect(kindsIn(linksFor(chainStart, edited), edited)).toEqual({ kinds: ["forged"], positions: [2] });
  });

  it("finds a deleted event and a deleted link", () => {
    const { events, links } = chainOf(4);
    expect(
      kindsIn(
        links,
        events.filter((_, index) => index !== 2),
      ),
    ).toEqual({ kinds: ["deletedEvent"], positions: [3] });
    expect(
      kindsIn(
        links.filter((_, index) => index !== 2),
        events,
      ),
    ).toEqual({ kinds: ["deletedLink"], positions: [3] });
  });

  it("finds swapped events and swapped links", () => {
    const { events, links } = chainOf(4);
    const swappedEvents = links.map((link, index) => ({
      ...link,
      eventId: [links[0], links[2], links[1], links[3]][index]!.eventId,
    }));
    expect(kindsIn(swappedEvents, events)).toEqual({ kinds: ["replaced", "replaced"], positions: [2, 3] });
    const swappedPositions = links.map((link) => ({ ...link, position: [0, 1, 3, 2, 4][link.position]! }));
    expect(kindsIn(swappedPositions, events).kinds).toEqual(["reordered", "reordered", "reordered"]);
  });

  it("finds a link put in between, and a forged event", () => {
    const { events, links } = chainOf(3);
    const forged = { ...event(9), mac: "made up" };
    const end = { count: 1, hash: links[0]!.hash };
    const inserted = [
      links[0]!,
      ...linksFor(end, [forged]),
      ...links.slice(1).map((link) => ({ ...link, position: link.position + 1 })),
    ];
    expect(kindsIn(inserted, [...events, forged])).toEqual({
      kinds: ["forged", "reordered"],
      positions: [2, 3],
    });
  });

  it("tells of the cut the worker found", () => {
    const events = [event(1), event(2, { action: chainCutAction, details: { left: 3, found: 1 } })];
    expect(kindsIn(linksFor(chainStart, events), events)).toEqual({ kinds: ["cut"], positions: [2] });
  });

  it("finds any single change of any link", () => {
    const { events, links } = chainOf(6);
    const changes = fc.constantFrom<Partial<AuditLinkRow>>(
      { hash: "f".repeat(64) },
      { prevHash: "e".repeat(64) },
      { eventId: "event-77" },
      { position: 40 },
    );
    fc.assert(
      fc.property(fc.nat({ max: 4 }), changes, (at, change) => {
        const changed = links.map((link, index) => (index === at ? { ...link, ...change } : link));
        expect(kindsIn(changed, events).kinds).not.toEqual([]);
      }),
    );
  });

  it("hashes what the row says, not how the database keeps it", () => {
    const row = event(1, { details: { b: 1, a: [true, null] } });
    expect(linkHash("x", { ...row, details: { a: [true, null], b: 1 } })).toBe(linkHash("x", row));
  });
});

describe("canonical JSON", () => {
  it("is the same whatever the order of keys, and still the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        const text = canonicalJson(json);
        expect(JSON.parse(text)).toEqual(json);
        expect(canonicalJson(reversed(json))).toBe(text);
      }),
    );
  });

  it("drops what a database cannot hold", () => {
    expect(storableJson({ a: "x\0y", b: "\ud800", c: "ž" })).toEqual({ a: "x\uFFFDy", b: "\uFFFD", c: "ž" });
  });
});

describe("event ids", () => {
  it("are UUIDs of version 7 that grow with time, also within a millisecond", () => {
    const moment = new Date("2026-05-01T10:00:00Z");
    const ids = [
      ...Array.from({ length: 100 }, () => eventId(moment)),
      eventId(new Date(moment.getTime() + 1)),
    ];
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}
