import fc from "fast-check";
import { expect, test } from "vitest";
import { dissolve } from "~/platform/geo/dissolve";
import { insideRings, polygonsOf, signedArea } from "~/platform/geo/planar";
import type { Ring } from "~/platform/geo/types";

const SIDE = 6;

function cell(index: number, clockwise: boolean): Ring {
  const [x, y] = [index % SIDE, Math.floor(index / SIDE)];
  const ring = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ];
  return clockwise ? ring.reverse() : ring;
}

test("any set of squares keeps its surface, with closed rings and holes turned the other way", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE }), (chosen) => {
      const cells = chosen.flatMap((on, index) => (on ? [index] : []));
      const area = dissolve(cells.map((index) => cell(index, index % 3 === 0)));
      const polygons = polygonsOf(area);
      for (let index = 0; index < SIDE * SIDE; index++) {
        const [x, y] = [(index % SIDE) + 0.5, Math.floor(index / SIDE) + 0.5];
        const owners = polygons.filter((rings) => insideRings(rings, x, y));
        expect(owners.length).toBe(chosen[index] ? 1 : 0);
      }
      for (const rings of polygons) {
        for (const [index, ring] of rings.entries()) {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(Math.sign(signedArea(ring))).toBe(index === 0 ? 1 : -1);
        }
      }
      const surface = polygons.flat().reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
      expect(surface).toBe(cells.length);
    }),
  );
});
