import type { Geography } from "~/platform/geo/geography";
import { REGION_BOUNDS } from "~/platform/geo/region";
import type { Municipality, Place } from "~/platform/geo/types";
import type { GeoPrecision } from "../codebook";

/** Where an incident happened, as the reporter said it. */
export interface SaidPlace {
  /** What was typed for a municipality. */
  municipality: string | null;
  /** The code chosen from the list offered. */
  municipalityCode: string | null;
  districtCode: string | null;
  point: Place | null;
  precision: GeoPrecision;
  /** Whether the place was described in words. */
  described: boolean;
}

/** The same resolved; the district is always known. */
export interface IncidentPlace {
  municipalityCode: string | null;
  municipalityName: string | null;
  municipalityFromPoint: boolean;
  districtCode: string;
  point: Place | null;
  precision: GeoPrecision;
}

export interface PlaceProblem {
  field: "municipality" | "district" | "point" | "geoPrecision";
  problem:
    | "missing"
    | "ambiguous"
    | "unknownMunicipality"
    | "outside"
    | "farFromMunicipality"
    | "tooFine"
    | "noMunicipality";
  values?: Record<string, string>;
}

/** The part of geography this rule asks. */
export type KnownPlaces = Pick<
  Geography,
  "schematic" | "meantBy" | "municipalityByCode" | "nearestMunicipality" | "insideRegion"
>;

/** A point farther than this from the middle of its municipality is a slip of the finger. */
export const FARTHEST_KM = 25;

/**
 * Finds the place meant. A municipality said goes before the one a point would give; a municipality that the
 * list does not know is kept as it was written when its district is said; with a point alone the nearest
 * municipality is taken, and the result says so.
 */
export function resolvePlace(said: SaidPlace, known: KnownPlaces): IncidentPlace | PlaceProblem {
  const named = municipalityOf(said, known);
  if ("problem" in named) return named;
  const outside = said.point && pointProblem(said.point, named, known);
  if (outside) return outside;
  const place = withPoint(named, said, known);
  if ("problem" in place) return place;
  return precisionProblem(said, place) ?? { ...place, point: said.point, precision: said.precision };
}

type Named =
  { kind: "listed"; municipality: Municipality } | { kind: "free"; name: string } | { kind: "none" };

function municipalityOf(said: SaidPlace, known: KnownPlaces): Named | PlaceProblem {
  const text = said.municipality?.trim() ?? "";
  const meant = text === "" ? [] : known.meantBy(text);
  const chosen = said.municipalityCode ? known.municipalityByCode(said.municipalityCode) : undefined;
  // The text has the last word: without scripts it may be corrected while the hidden code stays.
  if (chosen && (text === "" || meant.some(({ code }) => code === chosen.code))) {
    return { kind: "listed", municipality: chosen };
  }
  if (text === "") return { kind: "none" };
  const inDistrict = said.districtCode
    ? meant.filter(({ districtCode }) => districtCode === said.districtCode)
    : meant;
  if (inDistrict.length === 1) return { kind: "listed", municipality: inDistrict[0]! };
  if (inDistrict.length > 1) {
    const options = inDistrict
      .slice(0, 5)
      .map(({ name, districtName }) => `${name} (${districtName})`)
      .join(", ");
    return { field: "municipality", problem: "ambiguous", values: { options } };
  }
  if (said.districtCode) return { kind: "free", name: text };
  return { field: "district", problem: "unknownMunicipality", values: { name: text } };
}

function pointProblem(point: Place, named: Named, known: KnownPlaces): PlaceProblem | null {
  const [west, south, east, north] = REGION_BOUNDS;
  const inBox = point.lon >= west && point.lon <= east && point.lat >= south && point.lat <= north;
  // Schematic boundaries are not good enough to refuse anybody; a chosen municipality says more than a line.
  const refused = named.kind === "none" && !known.schematic && !known.insideRegion(point.lat, point.lon);
  if (!inBox || refused) return { field: "point", problem: "outside" };
  if (named.kind === "listed" && kilometres(point, named.municipality) > FARTHEST_KM) {
    return { field: "point", problem: "farFromMunicipality", values: { name: named.municipality.name } };
  }
  return null;
}

type Settled = Omit<IncidentPlace, "point" | "precision">;

function withPoint(named: Named, said: SaidPlace, known: KnownPlaces): Settled | PlaceProblem {
  switch (named.kind) {
    case "listed":
      return settledIn(named.municipality, false);
    case "free":
      return {
        municipalityCode: null,
        municipalityName: named.name,
        municipalityFromPoint: false,
        districtCode: said.districtCode!,
      };
    case "none":
      if (said.point) return settledIn(known.nearestMunicipality(said.point.lat, said.point.lon), true);
      if (!said.districtCode) return { field: "municipality", problem: "missing" };
      return {
        municipalityCode: null,
        municipalityName: null,
        municipalityFromPoint: false,
        districtCode: said.districtCode,
      };
  }
}

function settledIn({ code, name, districtCode }: Municipality, municipalityFromPoint: boolean): Settled {
  return { municipalityCode: code, municipalityName: name, municipalityFromPoint, districtCode };
}

/** What is said to be known exactly must be said somewhere. */
function precisionProblem(said: SaidPlace, place: Settled): PlaceProblem | null {
  if (said.precision === "DISTRICT") return null;
  if (place.municipalityName === null) return { field: "geoPrecision", problem: "noMunicipality" };
  if (said.precision === "MUNICIPALITY" || said.point || said.described) return null;
  return { field: "geoPrecision", problem: "tooFine" };
}

/** Distance on the ground, exact enough over tens of kilometres. */
function kilometres(a: Place, b: Place): number {
  const perDegree = 111.195;
  const east = (a.lon - b.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * perDegree;
}
