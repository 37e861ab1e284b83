import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, makeMunicipalitySearch, searchMunicipalities } from "~/platform/geo/municipality-search";
import { makeSchematicGeography } from "~/platform/geo/schematic-geography.server";
import type { Municipality } from "~/platform/geo/types";

let nextCode = 500000;
const place = (name: string, districtName: string, population: number): Municipality => ({
  code: String(nextCode++),
  name,
  districtCode: "CZ0421",
  districtName,
  lat: 50.5,
  lon: 14,
  population,
});

const places = [
  place("Malé Březno", "Most", 250),
  place("Malé Březno", "Ústí nad Labem", 500),
  place("Ústí nad Labem", "Ústí nad Labem", 90000),
  place("Most", "Most", 63000),
  place("Mostek", "Děčín", 80000),
  place("Zámostí", "Louny", 99000),
  place("Kamenný Most", "Louny", 300),
  place("Dolní Poustevna", "Děčín", 1800),
];
const { search, meantBy } = makeMunicipalitySearch(places);
const names = (found: readonly Municipality[]) =>
  found.map(({ name, districtName }) => `${name} (${districtName})`);

describe("search", () => {
  test("finds the towns of the region without diacritics", async () => {
    const { municipalities } = await makeSchematicGeography();
    for (const [query, name] of [
      ["usti", "Ústí nad Labem"],
      ["jirkov", "Jirkov"],
      ["decin", "Děčín"],
      ["ZATEC", "Žatec"],
      ["litomer", "Litoměřice"],
      ["usti n. l.", "Ústí nad Labem"],
      ["roudnice n/L", "Roudnice nad Labem"],
    ] as const) {
      expect(searchMunicipalities(municipalities, query, 3)[0]?.name, query).toBe(name);
    }
  });

  test("puts equal before beginning before word before inside, whatever the population", () => {
    expect(names(search("most"))).toEqual([
      "Most (Most)",
      "Mostek (Děčín)",
      "Kamenný Most (Louny)",
      "Zámostí (Louny)",
    ]);
  });

  test("tells namesakes apart by district", () => {
    expect(names(search("male brezno"))).toEqual(["Malé Březno (Ústí nad Labem)", "Malé Březno (Most)"]);
    expect(names(search("brezno most"))).toEqual(["Malé Březno (Most)"]);
    expect(names(search("brezno louny"))).toEqual([]);
    expect(names(search("male brezno most"))).toEqual(["Malé Březno (Most)"]);
  });

  test("answers nothing with nothing and keeps to the limit", () => {
    expect(search("  ")).toEqual([]);
    expect(search("-")).toEqual([]);
    expect(search("xyz")).toEqual([]);
    expect(search("m", 2)).toHaveLength(2);
    expect(search("m", 0)).toEqual([]);
  });

  test("never fails, whatever is typed, and finds each name by itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aMÁčž 0.-(/\u0301\ud800😀"), maxLength: 200 }),
        fc.integer({ min: -5, max: 20 }),
        (query, limit) => {
          expect(search(query, limit).length).toBeLessThanOrEqual(Math.max(0, limit));
        },
      ),
    );
    for (const { name } of places) expect(search(foldText(name))[0]?.name).toBe(name);
  });
});

describe("meantBy", () => {
  test("takes a code, a name, a name with district, an unmistakable beginning", () => {
    const [first] = places;
    expect(meantBy(first?.code ?? "")).toEqual([first]);
    expect(names(meantBy("usti nad labem"))).toEqual(["Ústí nad Labem (Ústí nad Labem)"]);
    expect(names(meantBy("Most"))).toEqual(["Most (Most)"]);
    expect(names(meantBy("Malé Březno (okres Most)"))).toEqual(["Malé Březno (Most)"]);
    expect(names(meantBy("Malé Březno, Ústí nad Labem"))).toEqual(["Malé Březno (Ústí nad Labem)"]);
    expect(names(meantBy("dolni poust"))).toEqual(["Dolní Poustevna (Děčín)"]);
  });

  test("gives all that a text can mean, or nothing", () => {
    expect(meantBy("malé březno")).toHaveLength(2);
    expect(meantBy("Brno")).toEqual([]);
    expect(meantBy("")).toEqual([]);
  });
});
