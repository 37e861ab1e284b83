import type { Bounds, District } from "./types";

/** The region whose incidents are monitored, as both the server and the browser know it. */

export const REGION: District = { code: "CZ042", name: "Ústecký kraj" };

/** LAU1 districts of the region, in the order of their codes. */
export const DISTRICTS: readonly District[] = [
  { code: "CZ0421", name: "Děčín" },
  { code: "CZ0422", name: "Chomutov" },
  { code: "CZ0423", name: "Litoměřice" },
  { code: "CZ0424", name: "Louny" },
  { code: "CZ0425", name: "Most" },
  { code: "CZ0426", name: "Teplice" },
  { code: "CZ0427", name: "Ústí nad Labem" },
];

export function districtByCode(code: string): District | undefined {
  return DISTRICTS.find((district) => district.code === code);
}

/** Box around the region. */
export const REGION_BOUNDS: Bounds = [12.9, 50.05, 14.7, 51.1];

/** Box tiles are served for: the region with a margin, so that its edge does not end in white. */
export const TILE_BOUNDS: Bounds = [12.6, 49.85, 15.0, 51.3];
export const TILE_MIN_ZOOM = 7;
export const TILE_MAX_ZOOM = 17;

/** Must be shown with tiles of the OpenStreetMap server, linked to its licence. */
export const OPENSTREETMAP_ATTRIBUTION = {
  text: "© OpenStreetMap contributors",
  href: "https://www.openstreetmap.org/copyright",
};
