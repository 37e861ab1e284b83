import type { Position } from "geojson";
import { insideRings, signedArea, xy } from "./planar";
import type { Area, Ring } from "./types";

interface Edge {
  from: Position;
  to: Position;
}

const keyOf = (position: Position) => position.join(" ");

/**
 * Joins areas that touch along exactly equal edges into one: edges met in both directions
 * are inner and fall out, the rest is chained into rings.
 *
 * @param rings closed outer rings that do not overlap
 * @returns outer rings counter-clockwise, holes clockwise (RFC 7946)
 */
export function dissolve(rings: readonly Ring[]): Area {
  const loops = chain(outerEdges(rings));
  const polygons = loops.filter((loop) => signedArea(loop) > 0).map((outer) => [outer]);
  for (const hole of loops.filter((loop) => signedArea(loop) < 0)) {
    const [lon, lat] = xy(hole[0]);
    const owner = polygons.find(([outer]) => outer !== undefined && insideRings([outer], lon, lat));
    owner?.push(hole);
  }
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

function outerEdges(rings: readonly Ring[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const ring of rings) {
    const oriented = signedArea(ring) < 0 ? ring.toReversed() : ring;
    for (let i = 1; i < oriented.length; i++) {
      const from = oriented[i - 1];
      const to = oriented[i];
      if (!from || !to) continue;
      const [a, b] = [keyOf(from), keyOf(to)];
      if (a === b) continue;
      if (!edges.delete(`${b}|${a}`)) edges.set(`${a}|${b}`, { from, to });
    }
  }
  return [...edges.values()];
}

/** Rings through all edges. Where two rings touch in one point they are kept apart. */
function chain(edges: readonly Edge[]): Ring[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge.from);
    leaving.set(key, [...(leaving.get(key) ?? []), edge]);
  }
  const rings: Ring[] = [];
  for (const first of edges) {
    // Keeps the order in which corners were met.
    const path = new Map([[keyOf(first.from), first.from]]);
    let last = keyOf(first.from);
    for (let edge = leaving.get(last)?.pop(); edge; edge = leaving.get(last)?.pop()) {
      last = keyOf(edge.to);
      if (path.has(last)) rings.push([...cutLoop(path, last), edge.to]);
      else path.set(last, edge.to);
    }
  }
  return rings;
}

/** Takes the corners from `start` to the end out of the path, leaving `start` as its end. */
function cutLoop(path: Map<string, Position>, start: string): Ring {
  const keys = [...path.keys()];
  const loop = keys.slice(keys.indexOf(start));
  const corners = [...path.values()].slice(keys.length - loop.length);
  for (const key of loop.slice(1)) path.delete(key);
  return corners;
}
