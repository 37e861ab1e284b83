import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { checkLayers } from "./check-layers";
import { dissolve } from "./dissolve";
import { makeGeography, type Geography } from "./geography";
import { describeProblem, type StoredLayer } from "./layers";
import { polygonsOf, xy } from "./planar";
import { REGION } from "./region";
import type { Area, AreaFeature, District, Line } from "./types";

/**
 * The geography of imported layers.
 * @param version changes with the layers
 * @throws Error when a stored layer is not what an import would have accepted
 */
export function makeImportedGeography(stored: readonly StoredLayer[], version: string): Geography {
  const { layers, problems } = checkLayers(new Map(stored.map(({ name, content }) => [name, content])));
  const [problem] = problems;
  if (problem)
    throw new Error(`Stored map layers are damaged, import them again: ${describeProblem(problem)}`);
  const region = layers.region.length > 0 ? layers.region : [regionOf(layers.districts)];
  return makeGeography({
    version,
    municipalities: layers.municipalities,
    exactDistricts: layers.exactDistricts,
    drawing: {
      schematic: false,
      attribution: [...new Set(stored.map(({ sourceNote }) => sourceNote))].join("; "),
      region: drawnAreas(region),
      districts: drawnAreas(layers.districts),
      rivers: drawnLines(layers.rivers),
      railways: drawnLines(layers.railways),
      waters: drawnAreas(layers.waters),
    },
  });
}

/** The outline of districts drawn along equal lines; where they are not, their borders stay in it. */
function regionOf(districts: readonly AreaFeature<District>[]): AreaFeature<District> {
  const outer = districts.flatMap(({ geometry }) =>
    polygonsOf(geometry).flatMap((rings) => rings.slice(0, 1)),
  );
  return { type: "Feature", properties: REGION, geometry: dissolve(outer) };
}

function drawnAreas<P>(features: readonly AreaFeature<P>[]): FeatureCollection<Area, P> {
  return collection(features, (geometry) =>
    geometry.type === "Polygon"
      ? { type: "Polygon", coordinates: geometry.coordinates.map(drawnPath) }
      : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(drawnPath)) },
  );
}

function drawnLines<P>(features: readonly Feature<Line, P>[]): FeatureCollection<Line, P> {
  return collection(features, (geometry) =>
    geometry.type === "LineString"
      ? { type: "LineString", coordinates: drawnPath(geometry.coordinates) }
      : { type: "MultiLineString", coordinates: geometry.coordinates.map(drawnPath) },
  );
}

function collection<G extends Geometry, P>(
  features: readonly Feature<G, P>[],
  drawn: (geometry: G) => G,
): FeatureCollection<G, P> {
  return {
    type: "FeatureCollection",
    features: features.map((feature) => ({ ...feature, geometry: drawn(feature.geometry) })),
  };
}

/** Five decimals are a metre: more only makes the browser's download longer. */
const drawnPath = (path: Position[]): Position[] =>
  path.map((position) => xy(position).map((degrees) => Math.round(degrees * 1e5) / 1e5));
