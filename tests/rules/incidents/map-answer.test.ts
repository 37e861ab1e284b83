import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapItems, type MapPoint } from "~/incidents/rules/map-answer";
import { districtMiddles, mapPlace } from "~/incidents/rules/map-place";
import { clusterPoints } from "~/platform/geo/clusters";
import type { Municipality } from "~/platform/geo/types";

const most = {
  code: "567027",
  name: "Most",
  districtCode: "CZ0425",
  districtName: "Most",
  lat: 50.5,
  lon: 13.6,
  population: 60_000,
};
const louny: Municipality = {
  ...most,
  code: "565971",
  name: "Louny",
  districtCode: "CZ0424",
  districtName: "Louny",
  lat: 50.36,
  lon: 13.8,
};
const known = { municipalityByCode: (code: string) => [most, louny].find((one) => one.code === code) };
const middles = districtMiddles([most, louny]);
const view = { zoom: 9, bbox: [12, 50, 15, 51.5] as const };

const point = (change: Partial<MapPoint> = {}): MapPoint => ({
  id: "one",
  number: "I-2026-0001",
  lat: most.lat,
  lon: most.lon,
  exact: false,
  day: "2026-05-01",
  minute: null,
  timePrecision: "DAY",
  municipalityCode: most.code,
  municipality: most.name,
  districtCode: most.districtCode,
  forms: ["VERBAL"],
  motivations: ["ANTI_ROMA"],
  verification: "UNVERIFIED",
  ...change,
});

describe("the place on the map", () => {
  const place = { municipalityCode: most.code, districtCode: most.districtCode };

  test("is the point for those who may see it", () => {
    expect(mapPlace({ ...place, point: { lat: 50.51, lon: 13.61 } }, known, middles)).toEqual({
      lat: 50.51,
      lon: 13.61,
      exact: true,
    });
  });

  test("is the municipality for others, then the middle of the district", () => {
    expect(mapPlace({ ...place, point: null }, known, middles)).toEqual({
      lat: 50.5,
      lon: 13.6,
      exact: false,
    });
    expect(mapPlace({ point: null, municipalityCode: null, districtCode: "CZ0424" }, known, middles)).toEqual(
      {
        lat: 50.36,
        lon: 13.8,
        exact: false,
      },
    );
    expect(
      mapPlace({ point: null, municipalityCode: "1", districtCode: "CZ0424" }, known, middles),
    ).toMatchObject({
      lat: 50.36,
    });
  });

  test("without the point does not depend on it", () => {
    const anywhere = fc.record({
      lat: fc.double({ min: 50, max: 51, noNaN: true }),
      lon: fc.double({ min: 13, max: 14, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (hidden) => {
        const seen = mapPlace({ ...place, point: null }, known, middles);
        expect(seen).not.toMatchObject(hidden);
        expect(seen).toEqual({ lat: most.lat, lon: most.lon, exact: false });
      }),
    );
  });
});

describe("the map's items", () => {
  test("keeps every incident, in a cluster or alone", () => {
    const anywhere = fc.array(
      fc.record({
        lat: fc.double({ min: 50.1, max: 51, noNaN: true }),
        lon: fc.double({ min: 13, max: 14.5, noNaN: true }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 7, max: 16 }), (places, zoom) => {
        const points = places.map((place, index) => point({ ...place, id: String(index) }));
        const items = mapItems(clusterPoints(points, { zoom, bbox: [12, 50, 15, 51.5] }), points);
        const counted = items.reduce((sum, item) => sum + (item.kind === "cluster" ? item.count : 1), 0);
        expect(counted).toBe(points.length);
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      }),
    );
  });

  test("names the municipality of a cluster that zooming will not split", () => {
    const points = [point({ id: "a" }), point({ id: "b" })];
    expect(mapItems(clusterPoints(points, view), points)).toMatchObject([
      { kind: "cluster", count: 2, samePlace: true, municipality: { code: most.code, name: "Most" } },
    ]);
  });

  test("names only the district where several municipalities stand at one place", () => {
    const points = [point({ id: "a" }), point({ id: "b", municipalityCode: null, municipality: null })];
    expect(mapItems(clusterPoints(points, view), points)).toMatchObject([
      { municipality: null, districtCode: most.districtCode },
    ]);
  });

  test("holds nothing of a point but what is named", () => {
    const extra = { ...point(), descriptionSealed: "v1.secret", story: "secret", pointSealed: "secret" };
    const items = mapItems(clusterPoints([extra], view), [extra]);
    expect(JSON.stringify(items)).not.toContain("secret");
  });
});
