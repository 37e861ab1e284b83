import type { Actor } from "~/access/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import { geography, type Geography } from "~/platform/geo/index.server";
import { districtMiddles, mapPlace, type MapPlace } from "../rules/map-place";
import type { IncidentFilters } from "../schema";
import { rowColumns, rowOf, type IncidentRow } from "./incident-rows.server";
import { whereFilters, whereIncident } from "./incident-scope.server";
import { incidentsRevision } from "./incidents-revision.server";
import { unsealPoint } from "./read-incident.server";
import { makeRevisionMemory } from "./revision-memory.server";

/** An incident with its place on the map, as exactly as the actor may see it. */
export type PlacedIncident = IncidentRow & MapPlace;

/** Lists of different people and filters that are kept unsealed in memory at once. */
const memory = makeRevisionMemory<readonly PlacedIncident[]>(40);

/**
 * Every incident of the actor's map that the filters leave. Unsealing is dear and the same list is asked for
 * at every move of the map, so it stays in memory until any incident changes. It is kept under its
 * where-clause: two people share a list only when the same clause gives it to both.
 */
export async function placedIncidents(
  actor: Actor,
  filters: IncidentFilters,
): Promise<readonly PlacedIncident[]> {
  const [revision, known] = await Promise.all([incidentsRevision(), geography()]);
  const where = { AND: [whereIncident(actor, "incident:map"), whereFilters(actor, filters)] };
  const whereExact = actor.can("incident:story") ? whereIncident(actor, "incident:story") : null;
  const key = JSON.stringify([where, whereExact]);
  return memory.get(key, `${revision}/${known.version}`, () => readPlaced(where, whereExact, known));
}

async function readPlaced(
  where: Prisma.IncidentWhereInput,
  whereExact: Prisma.IncidentWhereInput | null,
  known: Geography,
): Promise<PlacedIncident[]> {
  const rows = await db().incident.findMany({
    where,
    select: rowColumns,
    orderBy: [{ occurredOn: "desc" }, { id: "asc" }],
  });
  const points = whereExact
    ? await db().incident.findMany({
        where: { AND: [where, whereExact, { NOT: { pointSealed: null } }] },
        select: { id: true, pointSealed: true },
      })
    : [];
  const pointOf = new Map(points.map(({ id, pointSealed }) => [id, unsealPoint(pointSealed, id)]));
  const middles = districtMiddles(known.municipalities);
  return rows.flatMap((columns) => {
    const row = rowOf(columns);
    const place = mapPlace({ ...row, point: pointOf.get(row.id) ?? null }, known, middles);
    return place ? [{ ...row, ...place }] : [];
  });
}
