import type { Bounds, ClusteredMap } from "~/platform/geo/types";
import type { BiasMotivation, IncidentForm, TimePrecision, Verification } from "../codebook";

/** What the map's data answers with: JSON for the browser. */
export interface MapAnswer {
  /** Incidents that the filters leave, on the whole map. */
  total: number;
  items: MapItem[];
}

export type MapItem = ClusterItem | PointItem;

export interface ClusterItem {
  kind: "cluster";
  /** The same for the same incidents, so that a marker can stay while the map moves. */
  key: string;
  lat: number;
  lon: number;
  count: number;
  bounds: Bounds;
  /** Zooming in will not split it: a list is offered instead. */
  samePlace: boolean;
  /** Where all of them happened, when it is one municipality or one district. */
  municipality: { code: string; name: string } | null;
  districtCode: string | null;
}

export interface PointItem {
  kind: "point";
  key: string;
  lat: number;
  lon: number;
  exact: boolean;
  id: string;
  number: string;
  day: string;
  minute: number | null;
  timePrecision: TimePrecision;
  municipality: string | null;
  districtCode: string;
  forms: IncidentForm[];
  motivations: BiasMotivation[];
  verification: Verification;
}

/** What a point of the map is made from. */
export interface MapPoint {
  lat: number;
  lon: number;
  exact: boolean;
  id: string;
  number: string;
  day: string;
  minute: number | null;
  timePrecision: TimePrecision;
  municipalityCode: string | null;
  municipality: string | null;
  districtCode: string;
  forms: IncidentForm[];
  motivations: BiasMotivation[];
  verification: Verification;
}

/** Puts clusters into the browser's words. Fields are named one by one, so that nothing slips out by itself. */
export function mapItems(clustered: ClusteredMap<MapPoint>, points: readonly MapPoint[]): MapItem[] {
  return clustered.items.map((item) => {
    if (item.kind === "point") return pointItem(item.point);
    const { lat, lon, count, bounds, samePlace } = item;
    const together = samePlace ? points.filter((point) => isAt(point, bounds)) : [];
    return {
      kind: "cluster",
      key: `${bounds.join(",")}:${count}`,
      // A metre is enough for the middle of a cluster.
      ...{ lat: round5(lat), lon: round5(lon), count, bounds, samePlace },
      municipality: commonMunicipality(together),
      districtCode: common(together.map(({ districtCode }) => districtCode)),
    };
  });
}

function pointItem(point: MapPoint): PointItem {
  return {
    kind: "point",
    key: point.id,
    lat: point.lat,
    lon: point.lon,
    exact: point.exact,
    id: point.id,
    number: point.number,
    day: point.day,
    minute: point.minute,
    timePrecision: point.timePrecision,
    municipality: point.municipality,
    districtCode: point.districtCode,
    forms: point.forms,
    motivations: point.motivations,
    verification: point.verification,
  };
}

const round5 = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

const isAt = ({ lat, lon }: MapPoint, [west, south]: Bounds) => lon === west && lat === south;

function commonMunicipality(points: readonly MapPoint[]): { code: string; name: string } | null {
  const code = common(points.map(({ municipalityCode }) => municipalityCode));
  const name = points[0]?.municipality;
  return code !== null && name ? { code, name } : null;
}

/** The value all have, or null. */
function common<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
