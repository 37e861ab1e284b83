import { readFeatures, type FeatureReader } from "./feature-reader";
import {
  DISTRICT_CODES,
  REQUIRED_LAYERS,
  type CheckedLayers,
  type LayerName,
  type LayerProblem,
} from "./layers";
import { insideRings, kilometresToEdge, polygonsOf } from "./planar";
import { DISTRICTS, REGION } from "./region";
import type { AreaFeature, District, Municipality, Named, Place } from "./types";

/** A municipality may lie this far outside drawn boundaries that were simplified. */
const SIMPLIFICATION_KM = 0.5;

const LAU2 = /^\d{6}$/;
const fileOf = (name: LayerName) => `${name}.geojson`;

/**
 * Checks a set of layers, each and against each other.
 *
 * @param texts content of the files by layer name
 * @returns the layers, and all problems found; with any problem the layers must not be used
 */
export function checkLayers(texts: ReadonlyMap<LayerName, string>): {
  layers: CheckedLayers;
  problems: LayerProblem[];
} {
  const problems: LayerProblem[] = [];
  const each = <T>(name: LayerName, read: (reader: FeatureReader) => T): T[] => {
    const text = texts.get(name);
    const parsed = text === undefined ? null : parseJson(name, text, problems);
    if (!parsed) return [];
    return readFeatures(fileOf(name), parsed.value, problems).flatMap((reader) => {
      if (reader.failed()) return [];
      const value = read(reader);
      return reader.failed() ? [] : [value];
    });
  };

  for (const name of REQUIRED_LAYERS) {
    if (!texts.has(name)) {
      problems.push({
        file: fileOf(name),
        feature: null,
        property: null,
        reason: "is missing and is needed",
      });
    }
  }
  const region = each("uk-kraj", readRegion());
  const districts = each("uk-okresy", readDistrict());
  const exact = each("uk-okresy-pip", readDistrict());
  if (problems.length === 0) {
    checkAllDistricts("uk-okresy", districts, problems);
    if (texts.has("uk-okresy-pip")) checkAllDistricts("uk-okresy-pip", exact, problems);
  }
  const exactDistricts = exact.length > 0 ? exact : districts;
  const districtsUsable = problems.length === 0;
  const readMunicipality = municipalityReader(
    districts,
    districtsUsable ? exactDistricts : [],
    exact.length > 0,
  );
  return {
    layers: {
      region,
      districts,
      exactDistricts,
      municipalities: each("uk-obce", readMunicipality),
      rivers: each("uk-reky", readLine),
      railways: each("uk-zeleznice", readLine),
      waters: each("uk-vodni-plochy", readWater),
    },
    problems,
  };
}

function parseJson(name: LayerName, text: string, problems: LayerProblem[]): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    problems.push({ file: fileOf(name), feature: null, property: null, reason: `is not JSON (${detail})` });
    return null;
  }
}

function refuseRepeated(seen: Map<string, number>, code: string, reader: FeatureReader): void {
  const first = seen.get(code);
  if (first !== undefined) reader.report("code", `"${code}" is already used by features[${first}]`);
  else if (code) seen.set(code, reader.index);
}

function readRegion() {
  const seen = new Map<string, number>();
  return (reader: FeatureReader): AreaFeature<District> => {
    const code = reader.code("code", /^CZ\d{3}$/, REGION.code);
    if (code && code !== REGION.code) reader.report("code", `must be ${REGION.code}, is ${code}`);
    refuseRepeated(seen, code, reader);
    return { type: "Feature", properties: { code, name: reader.text("name") }, geometry: reader.area() };
  };
}

function readDistrict() {
  const seen = new Map<string, number>();
  return (reader: FeatureReader): AreaFeature<District> => {
    const code = reader.code("code", /^CZ\d{3}[0-9A-Z]$/, "CZ0425");
    if (code && !DISTRICT_CODES.has(code))
      reader.report("code", `${code} is not a district of ${REGION.name}`);
    refuseRepeated(seen, code, reader);
    return { type: "Feature", properties: { code, name: reader.text("name") }, geometry: reader.area() };
  };
}

function checkAllDistricts(
  name: LayerName,
  districts: readonly AreaFeature<District>[],
  problems: LayerProblem[],
): void {
  for (const { code, name: districtName } of DISTRICTS) {
    if (districts.some(({ properties }) => properties.code === code)) continue;
    problems.push({
      file: fileOf(name),
      feature: null,
      property: "code",
      reason: `the district ${code} ${districtName} is missing`,
    });
  }
}

/** @param located boundaries to look places up in; empty when they are not usable */
function municipalityReader(
  districts: readonly AreaFeature<District>[],
  located: readonly AreaFeature<District>[],
  exact: boolean,
) {
  const seen = new Map<string, number>();
  const nameOf = new Map(districts.map(({ properties }) => [properties.code, properties.name]));
  return (reader: FeatureReader): Municipality => {
    const code = reader.code("code", LAU2, "567027");
    refuseRepeated(seen, code, reader);
    const name = reader.text("name");
    const districtCode = reader.text("districtCode");
    const population = reader.wholeNumber("population");
    const place = reader.point();
    if (!reader.failed() && located.length > 0) checkDistrict(reader, districtCode, place, located, exact);
    return { code, name, districtCode, districtName: nameOf.get(districtCode) ?? "", ...place, population };
  };
}

function checkDistrict(
  reader: FeatureReader,
  districtCode: string,
  place: Place,
  located: readonly AreaFeature<District>[],
  exact: boolean,
): void {
  const contains = ({ geometry }: AreaFeature<District>) =>
    polygonsOf(geometry).some((rings) => insideRings(rings, place.lon, place.lat));
  const own = located.find(({ properties }) => properties.code === districtCode);
  if (!own) {
    reader.report(
      "districtCode",
      `"${districtCode}" is not among the districts: the municipality is in no district`,
    );
    return;
  }
  if (contains(own)) return;
  const distance = kilometresToEdge(polygonsOf(own.geometry).flat(), place);
  if (!exact && distance <= SIMPLIFICATION_KM) return;
  const other = located.find(contains);
  const lies = other ? `in ${other.properties.code} ${other.properties.name}` : "in no district";
  reader.report(
    "geometry",
    `lies ${lies}, ${distance.toFixed(1)} km outside its district ${districtCode} ${own.properties.name}`,
  );
}

function readLine(reader: FeatureReader): CheckedLayers["rivers"][number] {
  return { type: "Feature", properties: named(reader), geometry: reader.line() };
}

function readWater(reader: FeatureReader): AreaFeature<Named> {
  return { type: "Feature", properties: named(reader), geometry: reader.area() };
}

const named = (reader: FeatureReader): Named => ({ name: reader.optionalText("name") });
