import Supercluster from "supercluster";
import type { Bounds, ClusteredMap, MapCluster, MapSingle, Place } from "./types";

export interface MapView {
  /** Map zoom; fractions are rounded down, the range is 0 to 18. */
  zoom: number;
  bbox: Bounds;
}

export interface ClusterOptions {
  /** Points nearer than this many pixels of a 256-pixel tile join. */
  radius?: number;
  /** Most items in an answer; beyond it clusters are made for a lower zoom. */
  limit?: number;
}

const MAX_ZOOM = 18;
const TILE_PIXELS = 256;

type Extent = { west: number; south: number; east: number; north: number };

/**
 * Joins points that would overlap on the map. Only the clusters of the zoom asked for are made, of
 * all points given, so that panning does not reshape them.
 *
 * @throws RangeError for a view or a point that is not made of finite numbers
 */
export function clusterPoints<T extends Place>(
  points: readonly T[],
  { zoom, bbox }: MapView,
  { radius = 60, limit = 2000 }: ClusterOptions = {},
): ClusteredMap<T> {
  if (![zoom, ...bbox].every(Number.isFinite)) throw new RangeError("a view needs a zoom and four degrees");
  const features = points.map(toFeature);
  for (let level = Math.min(MAX_ZOOM, Math.max(0, Math.floor(zoom))); ; level--) {
    const index = new Supercluster<{ point: T }, Extent>({
      minZoom: level,
      maxZoom: level,
      radius,
      extent: TILE_PIXELS,
      map: ({ point: { lat, lon } }) => ({ west: lon, south: lat, east: lon, north: lat }),
      reduce: (sum, part) => {
        sum.west = Math.min(sum.west, part.west);
        sum.south = Math.min(sum.south, part.south);
        sum.east = Math.max(sum.east, part.east);
        sum.north = Math.max(sum.north, part.north);
      },
    }).load(features);
    const found = index.getClusters([...bbox], level);
    if (found.length <= limit || level === 0) return { zoom: level, items: found.map(toItem) };
  }
}

function toFeature<T extends Place>(point: T): Supercluster.PointFeature<{ point: T }> {
  const { lat, lon } = point;
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) throw new RangeError("a point has no coordinates");
  return { type: "Feature", properties: { point }, geometry: { type: "Point", coordinates: [lon, lat] } };
}

type Found<T> = Supercluster.ClusterFeature<Extent> | Supercluster.PointFeature<{ point: T }>;

function toItem<T>({ properties, geometry }: Found<T>): MapCluster | MapSingle<T> {
  if (!("cluster" in properties)) return { kind: "point", point: properties.point };
  const { west, south, east, north, point_count: count } = properties;
  const [lon = 0, lat = 0] = geometry.coordinates;
  return {
    kind: "cluster",
    lat,
    lon,
    count,
    bounds: [west, south, east, north],
    samePlace: west === east && south === north,
  };
}

/**
 * Reads `west,south,east,north` as a map's address carries it.
 * @returns null for anything else, also for a box turned inside out
 */
export function parseBounds(text: string | null): Bounds | null {
  const numbers = text?.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part))) ?? [];
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  if (west < -180 || east > 180 || south < -90 || north > 90 || west > east || south > north) return null;
  return [west, south, east, north];
}
