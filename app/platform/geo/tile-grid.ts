import { TILE_BOUNDS, TILE_MAX_ZOOM, TILE_MIN_ZOOM } from "./region";
import type { Bounds } from "./types";

/** A square of the web map, in the usual numbering from the north-west. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Reads an address made of plain digits; anything else is null. */
export function tileAddress(z: string | number, x: string | number, y: string | number): TileAddress | null {
  const [zoom, column, row] = [z, x, y].map((part) => (/^\d{1,7}$/.test(String(part)) ? Number(part) : -1));
  if (zoom === undefined || column === undefined || row === undefined) return null;
  if (zoom < 0 || column < 0 || row < 0 || zoom > 30) return null;
  return column < 2 ** zoom && row < 2 ** zoom ? { z: zoom, x: column, y: row } : null;
}

/** Column and row of the tile a place lies in. */
export function tileAt(z: number, lon: number, lat: number): TileAddress {
  const side = 2 ** z;
  const phi = (lat * Math.PI) / 180;
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * side),
  };
}

/** Whether a tile is one the map of the region can show. */
export function isRegionTile(
  { z, x, y }: TileAddress,
  [west, south, east, north]: Bounds = TILE_BOUNDS,
): boolean {
  if (z < TILE_MIN_ZOOM || z > TILE_MAX_ZOOM) return false;
  const first = tileAt(z, west, north);
  const last = tileAt(z, east, south);
  return x >= first.x && x <= last.x && y >= first.y && y <= last.y;
}
