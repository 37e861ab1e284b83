import type { Geography } from "~/platform/geo/geography";
import type { Municipality, Place } from "~/platform/geo/types";

/** Where on the map an incident is put. */
export interface MapPlace extends Place {
  /** True only for the point itself; otherwise the middle of the municipality or of the district. */
  exact: boolean;
}

/** What places an incident. */
export interface Placed {
  /** Null for everybody who may not see it. */
  point: Place | null;
  municipalityCode: string | null;
  districtCode: string;
}

/** The point for those who may see it; for others the municipality, so that no home can be told from it. */
export function mapPlace(
  { point, municipalityCode, districtCode }: Placed,
  known: Pick<Geography, "municipalityByCode">,
  middles: ReadonlyMap<string, Place>,
): MapPlace | null {
  if (point) return { lat: point.lat, lon: point.lon, exact: true };
  const municipality = municipalityCode === null ? undefined : known.municipalityByCode(municipalityCode);
  const place = municipality ?? middles.get(districtCode);
  return place ? { lat: place.lat, lon: place.lon, exact: false } : null;
}

/** Middle of each district's municipalities: where to put what is known only by its district. */
export function districtMiddles(municipalities: readonly Municipality[]): Map<string, Place> {
  const sums = new Map<string, { lat: number; lon: number; count: number }>();
  for (const { districtCode, lat, lon } of municipalities) {
    const sum = sums.get(districtCode) ?? { lat: 0, lon: 0, count: 0 };
    sums.set(districtCode, { lat: sum.lat + lat, lon: sum.lon + lon, count: sum.count + 1 });
  }
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return new Map(
    [...sums].map(([code, { lat, lon, count }]) => [
      code,
      { lat: round(lat / count), lon: round(lon / count) },
    ]),
  );
}
