import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from "geojson";

/**
 * Shapes of the map's data. No code and no server import here, so that parts drawn in the
 * browser can use the same names. Degrees are WGS84.
 */

export interface Place {
  lat: number;
  lon: number;
}

/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface District {
  /** LAU1 code, for example `CZ0425`. */
  code: string;
  name: string;
}

export interface Municipality extends Place {
  /** Six-digit LAU2 code; the same whether it comes from an import or from the npm gazetteer. */
  code: string;
  name: string;
  districtCode: string;
  districtName: string;
  population: number;
}

export type Ring = Position[];
export type Area = Polygon | MultiPolygon;
export type Line = LineString | MultiLineString;
export type AreaFeature<P> = Feature<Area, P>;
export type Areas<P> = FeatureCollection<Area, P>;
export type Lines<P> = FeatureCollection<Line, P>;

export interface Named {
  name: string;
}

/** What the map draws under its points when there are no tiles, and over them when there are. */
export interface MapDrawing {
  /** True when districts are not real boundaries but cells made from a gazetteer. */
  schematic: boolean;
  /** Must be shown with the map. */
  attribution: string;
  region: Areas<District>;
  districts: Areas<District>;
  /** Empty unless imported. */
  rivers: Lines<Named>;
  railways: Lines<Named>;
  waters: Areas<Named>;
}

/** One circle on the map: several points too near each other to be told apart at this zoom. */
export interface MapCluster extends Place {
  kind: "cluster";
  count: number;
  /** Box around the cluster's points. */
  bounds: Bounds;
  /** All points lie at one place: zooming in will never split it, offer a list instead. */
  samePlace: boolean;
}

export interface MapSingle<T> {
  kind: "point";
  point: T;
}

export interface ClusteredMap<T> {
  /** Zoom the clusters were made for; lower than asked when there would be too many items. */
  zoom: number;
  items: (MapCluster | MapSingle<T>)[];
}
