import { describe, expect, test } from "vitest";
import { readFeatures } from "~/platform/geo/feature-reader";
import type { Geography } from "~/platform/geo/geography";
import { decodeSettlements } from "~/platform/geo/geonames.server";
import { insideRings, polygonsOf } from "~/platform/geo/planar";
import { DISTRICTS, REGION_BOUNDS } from "~/platform/geo/region";
import { makeSchematicGeography } from "~/platform/geo/schematic-geography.server";
import type { Area } from "~/platform/geo/types";
import { hasRealLayers, realLayer } from "./real-layers";

const began = performance.now();
const geography: Geography = await makeSchematicGeography();
const took = performance.now() - began;

const covers = (area: Area, lon: number, lat: number) =>
  polygonsOf(area).some((rings) => insideRings(rings, lon, lat));

/** A regular grid over the region and its surroundings, about a mile apart. */
function* grid(): Generator<[lon: number, lat: number]> {
  const [west, south, east, north] = REGION_BOUNDS;
  for (let lon = west - 0.2; lon < east + 0.2; lon += 0.0237) {
    for (let lat = south - 0.2; lat < north + 0.2; lat += 0.0153) yield [lon, lat];
  }
}

describe("geography without any import", () => {
  test("says that it is schematic and where it comes from", () => {
    expect(geography.schematic).toBe(true);
    expect(geography.drawing.schematic).toBe(true);
    expect(geography.attribution).toContain("GeoNames");
    expect(JSON.parse(geography.drawingJson)).toEqual(geography.drawing);
  });

  test("is made in a moment", () => {
    expect(took).toBeLessThan(3000);
  });

  test("has all districts in one piece or few, and municipalities in each", () => {
    expect(geography.drawing.districts.features.map(({ properties }) => properties)).toEqual(DISTRICTS);
    for (const { properties, geometry } of geography.drawing.districts.features) {
      expect(polygonsOf(geometry).length, properties.name).toBeLessThanOrEqual(3);
      const members = geography.municipalities.filter(({ districtCode }) => districtCode === properties.code);
      expect(members.length, properties.name).toBeGreaterThanOrEqual(5);
    }
    expect(geography.municipalities.length).toBeGreaterThan(80);
    expect(new Set(geography.municipalities.map(({ code }) => code)).size).toBe(
      geography.municipalities.length,
    );
  });

  test("puts every municipality inside its own district", () => {
    for (const { lat, lon, name, districtCode } of geography.municipalities) {
      expect(geography.districtOf(lat, lon)?.code, name).toBe(districtCode);
    }
  });

  test("knows towns whose number is outside their district's block", () => {
    const trmice = geography.municipalityByCode("553697");
    expect(trmice).toMatchObject({ name: "Trmice", districtName: "Ústí nad Labem" });
    expect(geography.municipalityByCode("546861")).toMatchObject({ districtName: "Louny" });
  });

  test("covers the region without gaps or overlaps", () => {
    const [outline] = geography.drawing.region.features;
    for (const [lon, lat] of grid()) {
      const owners = geography.drawing.districts.features.filter(({ geometry }) =>
        covers(geometry, lon, lat),
      );
      const inside = outline ? covers(outline.geometry, lon, lat) : false;
      expect(owners.length, `${lon} ${lat}`).toBe(inside ? 1 : 0);
    }
  });

  test("closes its rings and turns outer ones counter-clockwise", () => {
    const problems: Parameters<typeof readFeatures>[2] = [];
    for (const reader of readFeatures("districts", geography.drawing.districts, problems)) reader.area();
    expect(problems).toEqual([]);
  });
});

if (hasRealLayers)
  describe("schematic districts beside the real ones", () => {
    const problems: Parameters<typeof readFeatures>[2] = [];
    const real = hasRealLayers
      ? readFeatures("uk-okresy", JSON.parse(realLayer("uk-okresy")), problems).map((reader) => ({
          code: reader.text("code"),
          area: reader.area(),
        }))
      : [];

    test("overlap with them by three quarters", () => {
      const shares = geography.drawing.districts.features.map(({ properties, geometry }) => {
        const area = real.find(({ code }) => code === properties.code)?.area;
        let both = 0;
        let either = 0;
        for (const [lon, lat] of grid()) {
          const here = covers(geometry, lon, lat);
          const there = area !== undefined && covers(area, lon, lat);
          if (here && there) both += 1;
          if (here || there) either += 1;
        }
        return both / either;
      });
      expect(Math.min(...shares)).toBeGreaterThan(0.65);
      expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.75);
    });

    test("municipalities have the codes, names and districts of the register", () => {
      const register = new Map(
        readFeatures("uk-obce", JSON.parse(realLayer("uk-obce")), problems).map((reader) => [
          reader.text("code"),
          { name: reader.text("name"), districtCode: reader.text("districtCode") },
        ]),
      );
      for (const { code, name, districtCode } of geography.municipalities) {
        expect(register.get(code), name).toEqual({ name, districtCode });
      }
    });
  });

test("a gazetteer file that is cut off or of another format is refused", () => {
  expect(() => decodeSettlements(Buffer.from([200, 1, 8]), REGION_BOUNDS)).toThrow(/ends in the middle/);
  expect(() => decodeSettlements(Buffer.from([2, 0x0d, 1, 1]), REGION_BOUNDS)).toThrow(/another format/);
});
