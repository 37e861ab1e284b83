import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { clusterPoints, parseBounds, type Bounds } from "~/platform/geo/index.server";
import { mapItems, type MapAnswer, type MapItem } from "../rules/map-answer";
import type { IncidentFilters } from "../schema";
import { placedIncidents, type PlacedIncident } from "./placed-incidents.server";

export interface MapView {
  zoom: number;
  bbox: Bounds;
}

/** Reads `zoom` and `bbox=west,south,east,north` of an address, or names the one that makes no sense. */
export function mapViewOf(parameters: URLSearchParams): MapView | { wrong: "zoom" | "bbox" } {
  const zoomText = parameters.get("zoom") ?? "";
  const zoom = /^\d{1,2}(\.\d+)?$/.test(zoomText) ? Number(zoomText) : Number.NaN;
  if (!(zoom >= 0 && zoom <= 19)) return { wrong: "zoom" };
  const bbox = parseBounds(parameters.get("bbox"));
  return bbox ? { zoom, bbox } : { wrong: "bbox" };
}

/** Items of a whole list by zoom: kept as long as the list itself, which the next change of any incident ends. */
const clustered = new WeakMap<readonly PlacedIncident[], Map<number, MapItem[]>>();

const WORLD: Bounds = [-180, -90, 180, 90];
/** Beyond this many items in one view a lower zoom is given: nobody could tell them apart. */
const MOST_ITEMS = 1000;

/** Clusters do not depend on the view, so they are made once a zoom, not at every move of the map. */
function itemsAt(points: readonly PlacedIncident[], zoom: number): MapItem[] {
  const byZoom = clustered.get(points) ?? new Map<number, MapItem[]>();
  clustered.set(points, byZoom);
  const known = byZoom.get(zoom);
  if (known) return known;
  const items = mapItems(clusterPoints(points, { zoom, bbox: WORLD }, { limit: Infinity }), points);
  byZoom.set(zoom, items);
  return items;
}

function itemsInView(points: readonly PlacedIncident[], { zoom, bbox }: MapView): MapItem[] {
  const [west, south, east, north] = bbox;
  const items = itemsAt(points, Math.floor(zoom)).filter(
    ({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
  return items.length > MOST_ITEMS && zoom >= 1 ? itemsInView(points, { zoom: zoom - 1, bbox }) : items;
}

/** Clusters and single incidents in a view. An answer that holds exact places is written down as a reading. */
export async function readMapData(
  actor: Actor,
  filters: IncidentFilters,
  view: MapView,
  { now }: { now: Date },
): Promise<MapAnswer> {
  const points = await placedIncidents(actor, filters);
  const answer: MapAnswer = { total: points.length, items: itemsInView(points, view) };
  const exact = answer.items.filter((item) => item.kind === "point" && item.exact).length;
  if (exact > 0) {
    await inTransaction((tx) =>
      audit(tx, {
        actor: actor.accountId,
        action: "incident.points-read",
        details: { exact, zoom: Math.floor(view.zoom), filters: { ...filters } },
        at: now,
      }),
    );
  }
  return answer;
}
