import { describe, expect, test } from "vitest";
import { checkLayers } from "~/platform/geo/check-layers";
import { makeImportedGeography } from "~/platform/geo/imported-geography";
import { importLayers } from "~/platform/geo/import-layers.server";
import { polygonsOf } from "~/platform/geo/planar";
import { asFiles, makeLayers, memoryStore } from "./layer-files";
import { hasRealLayers, realLayer } from "./real-layers";

const now = new Date("2026-03-01T10:00:00Z");

async function imported() {
  const store = memoryStore();
  await importLayers(asFiles(makeLayers()), store, { now, attribution: "Zdroj" });
  return makeImportedGeography(store.layers, "v1");
}

describe("imported geography", () => {
  test("carries its source and is not schematic", async () => {
    const geography = await imported();
    expect(geography).toMatchObject({ schematic: false, attribution: "Zdroj", version: "v1" });
    expect(geography.drawing.rivers.features[0]?.properties).toEqual({ name: "Řeka" });
    expect(geography.drawing.waters.features).toEqual([]);
  });

  test("makes the region's outline from the districts when none was imported", async () => {
    const [region] = (await imported()).drawing.region.features;
    const [polygon, ...others] = region ? polygonsOf(region.geometry) : [];
    expect(others).toEqual([]);
    expect(polygon).toHaveLength(1);
    expect(region?.properties.code).toBe("CZ042");
  });

  test("finds the district of a place, and none outside", async () => {
    const geography = await imported();
    expect(geography.districtOf(50.25, 12.25)?.code).toBe("CZ0421");
    expect(geography.districtOf(50.25, 12.75)).toEqual({ code: "CZ0422", name: "Chomutov" });
    expect(geography.insideRegion(50.25, 15.6)).toBe(false);
    expect(geography.insideRegion(Number.NaN, 12.25)).toBe(false);
  });

  test("gives a place on a shared border to exactly one district", async () => {
    const geography = await imported();
    const edge = geography.drawing.districts.features.map(({ properties }) => properties.code);
    expect(edge).toContain(geography.districtOf(50.25, 12.5)?.code);
  });

  test("names the nearest municipality of the place's own district", async () => {
    const geography = await imported();
    // 12.49 is nearer to 12.6 in the next district than to 12.1, but 12.4 is nearest of all.
    expect(geography.nearestMunicipality(50.25, 12.49)).toMatchObject({ districtCode: "CZ0421" });
    // Beyond its border the next district's municipality at 12.6 wins over 12.4.
    expect(geography.nearestMunicipality(50.25, 12.5001)).toMatchObject({
      districtCode: "CZ0422",
      lon: 12.6,
    });
    expect(geography.nearestMunicipality(49, 11)).toMatchObject({ lon: 12.1 });
  });

  test("sorts municipalities in Czech and finds them by code", async () => {
    const geography = await imported();
    const names = geography.municipalities.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "cs")));
    expect(geography.municipalityByCode("500000")?.name).toBe("Děčín");
    expect(geography.municipalityByCode("999999")).toBeUndefined();
  });

  test("refuses stored layers that were damaged", async () => {
    const store = memoryStore();
    await importLayers(asFiles(makeLayers()), store, { now, attribution: "Zdroj" });
    const damaged = store.layers.map((layer) => ({ ...layer, content: layer.content.slice(1) }));
    expect(() => makeImportedGeography(damaged, "v1")).toThrow(/import them again.*not JSON/);
  });
});

if (hasRealLayers)
  describe("with the real layers", () => {
    test("all are accepted, and every municipality lies in its district", () => {
      const names = [
        "uk-kraj",
        "uk-okresy",
        "uk-okresy-pip",
        "uk-obce",
        "uk-reky",
        "uk-zeleznice",
        "uk-vodni-plochy",
      ];
      const { layers, problems } = checkLayers(
        new Map(names.map((name) => [name, realLayer(name)] as [never, string])),
      );
      expect(problems).toEqual([]);
      expect(layers.municipalities).toHaveLength(354);
      expect(layers.districts).toHaveLength(7);
    });

    test("a district is found in well under a millisecond", () => {
      const stored = ["uk-okresy", "uk-okresy-pip", "uk-obce"].map((name) => ({
        name: name as "uk-obce",
        content: realLayer(name),
        sourceNote: "",
        sha256: "",
        importedAt: now,
      }));
      const geography = makeImportedGeography(stored, "real");
      const began = performance.now();
      for (let round = 0; round < 3; round++) {
        for (const { lat, lon, districtCode } of geography.municipalities) {
          if (geography.districtOf(lat, lon)?.code !== districtCode) throw new Error("wrong district");
        }
      }
      expect((performance.now() - began) / (3 * 354)).toBeLessThan(1);
      expect(geography.search("usti")[0]?.name).toBe("Ústí nad Labem");
      expect(geography.drawing.region.features).toHaveLength(1);
      const [outline] = geography.drawing.region.features.map(({ geometry }) => polygonsOf(geometry));
      expect(outline?.length).toBeLessThan(4);
    });
  });
