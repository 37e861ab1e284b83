import type { Actor } from "~/access/index.server";
import { DISTRICTS } from "~/platform/geo/index.server";
import { tally, type Tallies } from "../rules/tallies";
import type { IncidentFilters } from "../schema";
import { placedIncidents } from "./placed-incidents.server";

/** Counts of the incidents on the actor's map: the same data as the map, in numbers. */
export async function readOverview(actor: Actor, filters: IncidentFilters): Promise<Tallies> {
  const incidents = await placedIncidents(actor, filters);
  return tally(
    incidents,
    DISTRICTS.map(({ code }) => code),
  );
}
