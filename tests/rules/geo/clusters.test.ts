import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterPoints, parseBounds } from "~/platform/geo/clusters";
import { insideBounds } from "~/platform/geo/planar";
import type { Bounds } from "~/platform/geo/types";

const WORLD: Bounds = [-180, -85, 180, 85];
const REGION: Bounds = [12.9, 50, 14.7, 51.1];
const point = fc.record({
  id: fc.uuid(),
  lat: fc.double({ min: 50, max: 51.1, noNaN: true }),
  lon: fc.double({ min: 12.9, max: 14.7, noNaN: true }),
});

describe("clusters", () => {
  test("no point is lost or counted twice, at any zoom", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), fc.integer({ min: 0, max: 20 }), (points, zoom) => {
        const { items } = clusterPoints(points, { zoom, bbox: WORLD });
        const total = items.reduce((sum, item) => sum + (item.kind === "cluster" ? item.count : 1), 0);
        expect(total).toBe(points.length);
        for (const item of items) {
          if (item.kind === "point") expect(points).toContain(item.point);
          else expect(item.count).toBeGreaterThan(1);
        }
      }),
    );
  });

  test("a cluster's box holds its middle and exactly its points when clusters are far apart", () => {
    const near = [0, 0.001, 0.002].map((shift, index) => ({
      id: index,
      lat: 50.5 + shift,
      lon: 13.5 - shift,
    }));
    const far = { id: 9, lat: 50.9, lon: 14.6 };
    const { items } = clusterPoints([...near, far], { zoom: 10, bbox: REGION });
    const cluster = items.find((item) => item.kind === "cluster");
    expect(cluster).toMatchObject({ count: 3, samePlace: false, bounds: [13.498, 50.5, 13.5, 50.502] });
    expect(cluster && insideBounds(cluster.bounds, cluster.lon, cluster.lat)).toBe(true);
    expect(items.find((item) => item.kind === "point")).toMatchObject({ point: far });
  });

  test("points of one place stay together at every zoom and say so", () => {
    const same = [1, 2, 3].map((id) => ({ id, lat: 50.5, lon: 13.5 }));
    const { items } = clusterPoints(same, { zoom: 25, bbox: REGION });
    expect(items).toMatchObject([{ kind: "cluster", count: 3, samePlace: true }]);
  });

  test("only what the view shows is given", () => {
    const points = [
      { id: 1, lat: 50.1, lon: 13 },
      { id: 2, lat: 51, lon: 14.5 },
    ];
    const { items } = clusterPoints(points, { zoom: 12, bbox: [14, 50.5, 15, 51.5] });
    expect(items).toEqual([{ kind: "point", point: points[1] }]);
  });

  test("too many items make it look from further away", () => {
    const points = Array.from({ length: 400 }, (_, id) => ({
      id,
      lat: 50 + (id % 20) / 20,
      lon: 13 + id / 400,
    }));
    const { items, zoom } = clusterPoints(points, { zoom: 18, bbox: WORLD }, { limit: 50 });
    expect(items.length).toBeLessThanOrEqual(50);
    expect(zoom).toBeLessThan(18);
  });

  test("twenty thousand points are joined quickly", () => {
    const points = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      lat: 50 + ((id * 7919) % 10_007) / 10_007,
      lon: 13 + ((id * 104_729) % 10_009) / 10_009,
    }));
    const began = performance.now();
    clusterPoints(points, { zoom: 11, bbox: REGION });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("numbers that are none are refused", () => {
    expect(() => clusterPoints([], { zoom: Number.NaN, bbox: REGION })).toThrow(RangeError);
    expect(() => clusterPoints([{ lat: Number.NaN, lon: 13 }], { zoom: 9, bbox: REGION })).toThrow(
      RangeError,
    );
  });
});

test("bounds are read from an address or refused", () => {
  expect(parseBounds("12.9,50,14.7,51.1")).toEqual([12.9, 50, 14.7, 51.1]);
  for (const wrong of [
    null,
    "",
    "1,2,3",
    "1,2,3,4,5",
    "a,b,c,d",
    ",,,",
    "14,50,13,51",
    "13,51,14,50",
    "-999,0,999,1",
    "1,2,3,Infinity",
  ]) {
    expect(parseBounds(wrong), String(wrong)).toBeNull();
  }
});
