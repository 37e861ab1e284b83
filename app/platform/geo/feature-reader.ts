import type { Position } from "geojson";
import type { LayerProblem } from "./layers";
import { signedArea, xy } from "./planar";
import type { Area, Line, Place, Ring } from "./types";

/** Reads one GeoJSON feature of a file, saying what is wrong with it instead of guessing. */

type Report = (property: string | null, reason: string) => void;

/** Coordinates of the Czech Republic and a little around it. */
const WEST = 11;
const EAST = 20;
const SOUTH = 47.5;
const NORTH = 52;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface FeatureReader {
  index: number;
  /** Problems found so far in this feature. */
  failed(): boolean;
  report: Report;
  text(property: string): string;
  optionalText(property: string): string;
  code(property: string, pattern: RegExp, example: string): string;
  wholeNumber(property: string): number;
  area(): Area;
  line(): Line;
  point(): Place;
}

/**
 * The features of a parsed file.
 * @returns readers, empty when the value is no feature collection (which is then among the problems)
 */
export function readFeatures(file: string, value: unknown, problems: LayerProblem[]): FeatureReader[] {
  const wrong = (reason: string) => {
    problems.push({ file, feature: null, property: null, reason });
    return [];
  };
  if (!isRecord(value) || value.type !== "FeatureCollection")
    return wrong("is not a GeoJSON FeatureCollection");
  if (!Array.isArray(value.features)) return wrong("its features are not a list");
  if (value.features.length === 0) return wrong("has no features");
  const features: unknown[] = value.features;
  return features.map((feature, index) => makeReader(file, index, feature, problems));
}

function makeReader(file: string, index: number, feature: unknown, problems: LayerProblem[]): FeatureReader {
  let failed = false;
  const report: Report = (property, reason) => {
    failed = true;
    problems.push({ file, feature: index, property, reason });
  };
  if (!isRecord(feature) || feature.type !== "Feature") report(null, "is not a GeoJSON Feature");
  const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
  const geometry = isRecord(feature) && isRecord(feature.geometry) ? feature.geometry : {};

  const text = (property: string): string => {
    const value = properties[property];
    if (typeof value === "string" && value.trim() !== "" && value.length <= 200) return value.trim();
    report(property, `must be a text of 1 to 200 characters, is ${shown(value)}`);
    return "";
  };
  const coordinates = <T>(
    types: readonly string[],
    read: (coordinates: unknown, type: string) => T,
  ): T | null => {
    const type = String(geometry.type);
    if (!types.includes(type)) {
      report("geometry", `must be ${types.join(" or ")}, is ${shown(geometry.type)}`);
      return null;
    }
    try {
      return read(geometry.coordinates, type);
    } catch (error) {
      if (!(error instanceof WrongGeometry)) throw error;
      report("geometry", error.message);
      return null;
    }
  };

  return {
    index,
    failed: () => failed,
    report,
    text,
    optionalText: (property) => (properties[property] == null ? "" : text(property)),
    code(property, pattern, example) {
      const value = properties[property];
      if (typeof value === "string" && pattern.test(value)) return value;
      report(property, `must be a code like "${example}", is ${shown(value)}`);
      return "";
    },
    wholeNumber(property) {
      const value = properties[property];
      if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
      report(property, `must be a whole number of at least 0, is ${shown(value)}`);
      return 0;
    },
    area: () =>
      coordinates(["Polygon", "MultiPolygon"], (value, type): Area =>
        type === "Polygon"
          ? { type, coordinates: polygon(value) }
          : { type: "MultiPolygon", coordinates: list(value, 1, "polygons").map(polygon) },
      ) ?? { type: "MultiPolygon", coordinates: [] },
    line: () =>
      coordinates(["LineString", "MultiLineString"], (value, type): Line =>
        type === "LineString"
          ? { type, coordinates: path(value) }
          : { type: "MultiLineString", coordinates: list(value, 1, "lines").map(path) },
      ) ?? { type: "MultiLineString", coordinates: [] },
    point() {
      const [lon, lat] = xy(coordinates(["Point"], position) ?? undefined);
      return { lat, lon };
    },
  };
}

class WrongGeometry extends Error {}

function list(value: unknown, least: number, what: string): unknown[] {
  if (Array.isArray(value) && value.length >= least) return value;
  throw new WrongGeometry(`needs a list of at least ${least} ${what}`);
}

function polygon(value: unknown): Ring[] {
  return list(value, 1, "rings").map((ring, index) => {
    const positions = list(ring, 4, "positions in a ring").map(position);
    const [first, last] = [positions[0], positions.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      throw new WrongGeometry(
        `ring ${index} is not closed: begins at ${shown(first)}, ends at ${shown(last)}`,
      );
    }
    if (signedArea(positions) === 0) throw new WrongGeometry(`ring ${index} has no area`);
    return positions;
  });
}

const path = (value: unknown): Position[] => list(value, 2, "positions in a line").map(position);

/** Longitude and latitude; a height is dropped. */
function position(value: unknown): Position {
  const [lon, lat]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof lon !== "number" || typeof lat !== "number") {
    throw new WrongGeometry(`a position must be [longitude, latitude], is ${shown(value)}`);
  }
  if (within(lon, lat)) return [lon, lat];
  if (within(lat, lon)) {
    throw new WrongGeometry(
      `latitude and longitude are swapped: GeoJSON has [longitude, latitude], here is ${shown([lon, lat])}`,
    );
  }
  throw new WrongGeometry(
    `${shown([lon, lat])} is not in or near the Czech Republic in WGS84 degrees [longitude, latitude]`,
  );
}

const within = (lon: number, lat: number) => lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
