import type { Actor } from "~/access/index.server";
import { namesOf } from "~/people/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import { rowInclude, sessionRow, type SessionRow } from "./session-row.server";
import { whereSession } from "./supervision-scope.server";

const pageSize = 25;

export interface SessionList {
  /** Planned ones, the next first; those that wait to be closed before them. */
  coming: SessionRow[];
  /** Held and cancelled ones, the newest first. */
  past: SessionRow[];
  page: number;
  pages: number;
}

/** Sessions the actor led, was asked to or oversees. */
export async function listSupervisions(actor: Actor, page: number, now: Date): Promise<SessionList> {
  const scope = whereSession(actor, "supervision:list");
  const past: Prisma.SupervisionSessionWhereInput = { AND: [scope, { state: { not: "planned" } }] };
  const total = await db().supervisionSession.count({ where: past });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const planned = await db().supervisionSession.findMany({
    where: { AND: [scope, { state: "planned" }] },
    include: rowInclude,
    orderBy: [{ day: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
  const rows = await db().supervisionSession.findMany({
    where: past,
    include: rowInclude,
    orderBy: [{ day: "desc" }, { startMinute: "desc" }, { id: "asc" }],
    skip: (shown - 1) * pageSize,
    take: pageSize,
  });
  const names = await namesOf([...planned, ...rows].map(({ supervisorId }) => supervisorId));
  const row = (session: (typeof rows)[number]) =>
    sessionRow(session, { names, accountId: actor.accountId, now });
  return { coming: planned.map(row), past: rows.map(row), page: shown, pages };
}
