import type { Actor } from "~/access/index.server";
import { db } from "~/platform/db/index.server";
import type { IncidentFilters } from "../schema";
import { rowColumns, rowOf, type IncidentRow } from "./incident-rows.server";
import { whereFilters, whereIncident } from "./incident-scope.server";

export const incidentsPerPage = 25;

export interface IncidentPage {
  incidents: IncidentRow[];
  total: number;
  /** From 1; the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/** One page of the incidents somebody sees, the latest reported first. */
export async function listIncidents(
  actor: Actor,
  filters: IncidentFilters,
  { page: wanted = 1 }: { page?: number } = {},
): Promise<IncidentPage> {
  const where = { AND: [whereIncident(actor, "incident:list"), whereFilters(actor, filters)] };
  const total = await db().incident.count({ where });
  const pages = Math.max(1, Math.ceil(total / incidentsPerPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const rows = await db().incident.findMany({
    where,
    select: rowColumns,
    orderBy: [{ reportedAt: "desc" }, { id: "asc" }],
    skip: (page - 1) * incidentsPerPage,
    take: incidentsPerPage,
  });
  return { incidents: rows.map(rowOf), total, page, pages };
}
