import { boundsOf, insideBounds, insideRings, kilometresBetween, polygonsOf } from "./planar";
import { makeMunicipalitySearch, type MunicipalitySearch } from "./municipality-search";
import type { AreaFeature, Bounds, District, MapDrawing, Municipality, Place, Ring } from "./types";

/** Everything the portal knows about the region's places; immutable. */
export interface Geography extends MunicipalitySearch {
  /** Changes with the data: usable as an ETag. */
  version: string;
  /** True when made from the npm gazetteer instead of imported boundaries. */
  schematic: boolean;
  attribution: string;
  /** Sorted by Czech name. */
  municipalities: readonly Municipality[];
  municipalityByCode(code: string): Municipality | undefined;
  /** The nearest municipality, of the same district when the place lies in the region. */
  nearestMunicipality(lat: number, lon: number): Municipality;
  districtOf(lat: number, lon: number): District | null;
  insideRegion(lat: number, lon: number): boolean;
  drawing: MapDrawing;
  /** `drawing` as JSON text, made once. */
  drawingJson: string;
}

export interface GeographyParts {
  version: string;
  municipalities: readonly Municipality[];
  drawing: MapDrawing;
  /** Boundaries for deciding where a place lies; finer than the drawn ones when there are any. */
  exactDistricts: readonly AreaFeature<District>[];
}

/** @throws Error when there is no municipality */
export function makeGeography({
  version,
  municipalities,
  drawing,
  exactDistricts,
}: GeographyParts): Geography {
  const sorted = municipalities.toSorted((a, b) => a.name.localeCompare(b.name, "cs"));
  if (sorted.length === 0) throw new Error("A geography needs at least one municipality");
  const byCode = new Map(sorted.map((municipality) => [municipality.code, municipality]));
  const districtOf = makeLocator(exactDistricts);
  let json: string | undefined;
  return {
    version,
    schematic: drawing.schematic,
    attribution: drawing.attribution,
    municipalities: sorted,
    ...makeMunicipalitySearch(sorted),
    municipalityByCode: (code) => byCode.get(code),
    nearestMunicipality(lat, lon) {
      const district = districtOf(lat, lon);
      const near = sorted.filter(({ districtCode }) => districtCode === district?.code);
      return nearestOf(near.length > 0 ? near : sorted, { lat, lon });
    },
    districtOf,
    insideRegion: (lat, lon) => districtOf(lat, lon) !== null,
    drawing,
    get drawingJson() {
      json ??= JSON.stringify(drawing);
      return json;
    },
  };
}

function nearestOf(municipalities: readonly Municipality[], place: Place): Municipality {
  return municipalities.reduce((best, next) =>
    kilometresBetween(place, next) < kilometresBetween(place, best) ? next : best,
  );
}

function makeLocator(districts: readonly AreaFeature<District>[]) {
  const parts = districts.flatMap(({ properties, geometry }) =>
    polygonsOf(geometry).map((rings): { district: District; rings: Ring[]; bounds: Bounds } => ({
      district: { code: properties.code, name: properties.name },
      rings,
      bounds: boundsOf(rings),
    })),
  );
  return (lat: number, lon: number): District | null =>
    parts.find(({ bounds, rings }) => insideBounds(bounds, lon, lat) && insideRings(rings, lon, lat))
      ?.district ?? null;
}
