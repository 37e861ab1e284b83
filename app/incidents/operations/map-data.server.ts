import type { Actor } from "~/access/index.server";
import { audit } from "~/platform/audit/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { clusterPoints, parseBounds, type Bounds } from "~/platform/geo/index.server";
import { mapAnswer, type MapAnswer } from "../rules/map-answer";
import type { IncidentFilters } from "../schema";
import { placedIncidents } from "./placed-incidents.server";

export interface MapView {
  zoom: number;
  bbox: Bounds;
}

/**
 * Reads `zoom` and `bbox=west,south,east,north` of an address.
 * @throws AppError badRequest when one of them is missing or makes no sense
 */
export function mapViewOf(parameters: URLSearchParams): MapView {
  const zoomText = parameters.get("zoom") ?? "";
  const zoom = /^\d{1,2}(\.\d+)?$/.test(zoomText) ? Number(zoomText) : Number.NaN;
  const bbox = parseBounds(parameters.get("bbox"));
  if (!bbox || !(zoom >= 0 && zoom <= 19)) throw new AppError("badRequest");
  return { zoom, bbox };
}

/** Clusters and single incidents in a view. An answer that holds exact places is written down as a reading. */
export async function readMapData(
  actor: Actor,
  filters: IncidentFilters,
  view: MapView,
  { now }: { now: Date },
): Promise<MapAnswer> {
  const points = await placedIncidents(actor, filters);
  const answer = mapAnswer(clusterPoints(points, view), points);
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
