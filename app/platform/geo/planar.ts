import type { Position } from "geojson";
import type { Area, Bounds, Place, Ring } from "./types";

/**
 * Plane geometry on degrees: good to a few metres over a region of a hundred kilometres,
 * which is finer than anything reported here.
 */

const KM_PER_DEGREE = 111.195;

/** Distance in kilometres. */
export function kilometresBetween(a: Place, b: Place): number {
  const shrink = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot((a.lon - b.lon) * shrink, a.lat - b.lat) * KM_PER_DEGREE;
}

/** Twice the signed area of a closed ring: positive when it runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = xy(ring[i - 1]);
    const [x2, y2] = xy(ring[i]);
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

export function polygonsOf(area: Area): Ring[][] {
  return area.type === "Polygon" ? [area.coordinates] : area.coordinates;
}

/** Even-odd test; a point on an edge that two areas share belongs to exactly one of them. */
export function insideRings(rings: readonly Ring[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring[0];
    for (const position of ring) {
      if (before && crossesEastOf(before, position, lon, lat)) inside = !inside;
      before = position;
    }
  }
  return inside;
}

/** Whether the edge crosses the point's latitude somewhere east of the point. */
function crossesEastOf(a: Position, b: Position, lon: number, lat: number): boolean {
  const aLat = a[1] ?? Number.NaN;
  const bLat = b[1] ?? Number.NaN;
  if (aLat > lat === bLat > lat) return false;
  // Always counted from the lower end, so that both owners of an edge round alike.
  const [low, high] = aLat < bLat ? [a, b] : [b, a];
  const [lowLon = Number.NaN, lowLat = Number.NaN] = low;
  const [highLon = Number.NaN, highLat = Number.NaN] = high;
  return lon < lowLon + ((lat - lowLat) / (highLat - lowLat)) * (highLon - lowLon);
}

/** Kilometres from a place to the nearest edge of the rings. */
export function kilometresToEdge(rings: readonly Ring[], place: Place): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      nearest = Math.min(nearest, kilometresToSegment(place, ring[i - 1], ring[i]));
    }
  }
  return nearest;
}

function kilometresToSegment(place: Place, from: Position | undefined, to: Position | undefined): number {
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  const [fromLon, fromLat] = xy(from);
  const [toLon, toLat] = xy(to);
  const ax = (fromLon - place.lon) * shrink;
  const ay = fromLat - place.lat;
  const dx = (toLon - fromLon) * shrink;
  const dy = toLat - fromLat;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy) * KM_PER_DEGREE;
}

export function boundsOf(rings: readonly Ring[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const position of ring) {
      const [lon, lat] = xy(position);
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

export function insideBounds([west, south, east, north]: Bounds, lon: number, lat: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Longitude and latitude of a position, whose length the GeoJSON types leave open. */
export function xy(position: Position | undefined): [number, number] {
  return [position?.[0] ?? Number.NaN, position?.[1] ?? Number.NaN];
}
