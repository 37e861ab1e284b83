import type { Actor } from "~/access/index.server";
import { DISTRICTS, geography } from "~/platform/geo/index.server";
import { tally, type Tallies } from "../rules/tallies";
import type { IncidentFilters } from "../schema";
import { placedIncidents } from "./placed-incidents.server";

/** Counts of the incidents on the actor's map: the same data as the map, in numbers. */
export async function readOverview(
  actor: Actor,
  filters: IncidentFilters,
): Promise<{ overview: Tallies; schematic: boolean }> {
  const [incidents, { schematic }] = await Promise.all([placedIncidents(actor, filters), geography()]);
  const codes = DISTRICTS.map(({ code }) => code);
  return { overview: tally(incidents, codes), schematic };
}
