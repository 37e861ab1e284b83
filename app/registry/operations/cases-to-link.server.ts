import type { Actor } from "~/access/index.server";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { isRowId } from "~/platform/row-id";
import { openStates } from "../codes";
import { whereCase } from "./case-scope.server";

/** A case as a label beside something else: a code and who referred it, never a client's name. */
export interface CaseLabel {
  id: string;
  code: string;
  centre: string;
}

/** Most cases a form offers. */
const mostOffered = 200;

/** Open cases somebody may see, to choose one that a piece of work was about. */
export async function casesToLink(actor: Actor, reader: Tx = db()): Promise<CaseLabel[]> {
  if (!actor.can("case:list")) return [];
  return labelled(reader, { AND: [{ state: { in: [...openStates] } }, whereCase(actor, "case:list")] });
}

/**
 * Labels of those of the given cases that somebody may see. The others are not there, whether they exist
 * or not.
 */
export async function caseLabels(
  actor: Actor,
  ids: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, CaseLabel>> {
  const asked = [...new Set(ids)].filter(isRowId);
  if (asked.length === 0 || !actor.can("case:list")) return new Map();
  const rows = await labelled(reader, { AND: [{ id: { in: asked } }, whereCase(actor, "case:list")] });
  return new Map(rows.map((row) => [row.id, row]));
}

async function labelled(reader: Tx, where: Prisma.CaseWhereInput): Promise<CaseLabel[]> {
  const rows = await reader.case.findMany({
    where,
    select: { id: true, client: { select: { code: true } }, organisation: { select: { name: true } } },
    orderBy: [{ client: { code: "asc" } }, { id: "asc" }],
    take: mostOffered,
  });
  return rows.map(({ id, client, organisation }) => ({ id, code: client.code, centre: organisation.name }));
}
