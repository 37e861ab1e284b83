import { describe, expect, test } from "vitest";
import { resolvePlace, type KnownPlaces, type SaidPlace } from "~/incidents/rules/where";
import { makeMunicipalitySearch } from "~/platform/geo/municipality-search";
import type { Municipality } from "~/platform/geo/types";

const municipality = (
  code: string,
  name: string,
  [districtCode, districtName]: [string, string],
  [lat, lon]: [number, number],
): Municipality => ({ code, name, districtCode, districtName, lat, lon, population: 1000 });

const most = municipality("567027", "Most", ["CZ0425", "Most"], [50.503, 13.636]);
const firstOfTwo = municipality("565164", "Liběšice", ["CZ0423", "Litoměřice"], [50.569, 14.289]);
const secondOfTwo = municipality("566365", "Liběšice", ["CZ0424", "Louny"], [50.281, 13.554]);
const all = [most, firstOfTwo, secondOfTwo];

const known: KnownPlaces = {
  schematic: false,
  meantBy: makeMunicipalitySearch(all).meantBy,
  municipalityByCode: (code) => all.find((one) => one.code === code),
  nearestMunicipality: (lat) => (lat < 50.4 ? secondOfTwo : most),
  insideRegion: (lat, lon) => lat > 50.2 && lat < 51 && lon > 13 && lon < 14.5,
};
const said = (change: Partial<SaidPlace>): SaidPlace => ({
  municipality: null,
  municipalityCode: null,
  districtCode: null,
  point: null,
  precision: "MUNICIPALITY",
  described: false,
  ...change,
});
const inMost = { lat: 50.51, lon: 13.64 };

describe("where it happened", () => {
  test("a municipality chosen from the list", () => {
    expect(resolvePlace(said({ municipality: "Most", municipalityCode: "567027" }), known)).toEqual({
      municipalityCode: "567027",
      municipalityName: "Most",
      municipalityFromPoint: false,
      districtCode: "CZ0425",
      point: null,
      precision: "MUNICIPALITY",
    });
  });

  test.each(["most", "MOST", " Most ", "567027"])("a municipality typed as %j", (text) => {
    expect(resolvePlace(said({ municipality: text }), known)).toMatchObject({ municipalityCode: "567027" });
  });

  test("the typed text has the last word over a code left behind", () => {
    expect(
      resolvePlace(said({ municipality: "Most", municipalityCode: secondOfTwo.code }), known),
    ).toMatchObject({ municipalityCode: most.code });
  });

  test("a name that two have is asked back, in words that are understood", () => {
    const asked = resolvePlace(said({ municipality: "libesice" }), known);
    expect(asked).toMatchObject({ field: "municipality", problem: "ambiguous" });
    const { options = "" } = "values" in asked ? (asked.values ?? {}) : {};
    const answers = options.split(", ").map((text) => resolvePlace(said({ municipality: text }), known));
    expect(answers.map((place) => ("districtCode" in place ? place.districtCode : null)).sort()).toEqual([
      "CZ0423",
      "CZ0424",
    ]);
  });

  test("a name that two have is settled by its district or by the code", () => {
    expect(resolvePlace(said({ municipality: "Liběšice", districtCode: "CZ0424" }), known)).toMatchObject({
      municipalityCode: secondOfTwo.code,
    });
    expect(
      resolvePlace(said({ municipality: "Liběšice", municipalityCode: firstOfTwo.code }), known),
    ).toMatchObject({ municipalityCode: firstOfTwo.code });
  });

  test("a name the list does not know is kept as it is written once its district is said", () => {
    expect(resolvePlace(said({ municipality: "Lhota" }), known)).toMatchObject({
      field: "district",
      problem: "unknownMunicipality",
    });
    expect(resolvePlace(said({ municipality: "Lhota", districtCode: "CZ0424" }), known)).toEqual({
      municipalityCode: null,
      municipalityName: "Lhota",
      municipalityFromPoint: false,
      districtCode: "CZ0424",
      point: null,
      precision: "MUNICIPALITY",
    });
  });

  test("a point alone gives the nearest municipality and says so", () => {
    expect(resolvePlace(said({ point: inMost, precision: "STREET" }), known)).toEqual({
      municipalityCode: "567027",
      municipalityName: "Most",
      municipalityFromPoint: true,
      districtCode: "CZ0425",
      point: inMost,
      precision: "STREET",
    });
  });

  test("a municipality said goes before the one nearest to the point", () => {
    const near = { lat: 50.39, lon: 13.6 };
    expect(resolvePlace(said({ municipality: "Most", point: near }), known)).toMatchObject({
      municipalityCode: most.code,
      municipalityFromPoint: false,
      point: near,
    });
  });

  test("nothing at all, and the district alone", () => {
    expect(resolvePlace(said({}), known)).toMatchObject({ field: "municipality", problem: "missing" });
    expect(resolvePlace(said({ districtCode: "CZ0424", precision: "DISTRICT" }), known)).toMatchObject({
      municipalityName: null,
      districtCode: "CZ0424",
    });
    expect(resolvePlace(said({ districtCode: "CZ0424" }), known)).toMatchObject({
      field: "geoPrecision",
      problem: "noMunicipality",
    });
  });

  test("a point outside the region, or far from the municipality", () => {
    const prague = { lat: 50.08, lon: 14.42 };
    const abroad = { lat: 52.5, lon: 13.4 };
    expect(resolvePlace(said({ point: prague }), known)).toMatchObject({
      field: "point",
      problem: "outside",
    });
    expect(resolvePlace(said({ point: abroad, municipality: "Most" }), known)).toMatchObject({
      problem: "outside",
    });
    expect(
      resolvePlace(said({ point: { lat: 50.57, lon: 14.28 }, municipality: "Most" }), known),
    ).toMatchObject({
      field: "point",
      problem: "farFromMunicipality",
    });
  });

  test("schematic boundaries refuse nobody", () => {
    const edge = { lat: 50.1, lon: 13.2 };
    expect(resolvePlace(said({ point: edge, precision: "STREET" }), known)).toMatchObject({
      problem: "outside",
    });
    const schematic = { ...known, schematic: true };
    expect(resolvePlace(said({ point: edge, precision: "STREET" }), schematic)).toMatchObject({
      point: edge,
    });
  });

  test.each(["ADDRESS", "STREET", "PART"] as const)("%s must be said somewhere", (precision) => {
    const place = said({ municipality: "Most", precision });
    expect(resolvePlace(place, known)).toMatchObject({ field: "geoPrecision", problem: "tooFine" });
    expect(resolvePlace({ ...place, described: true }, known)).toMatchObject({ precision });
    expect(resolvePlace({ ...place, point: inMost }, known)).toMatchObject({ precision });
  });
});
