import type { Place } from "./types";

const METRES_PER_DEGREE = 111_195;

/**
 * Makes a function that moves a place to the middle of its square in a fixed grid, so that a map can
 * show about where something is and no more. Places in one square become equal; applying it again
 * changes nothing.
 *
 * @param metres side of a square, at least 1
 * @throws RangeError for a smaller side
 */
export function roundedTo(metres: number): (place: Place) => Place {
  if (!(metres >= 1 && metres <= 100_000)) throw new RangeError(`${metres} m is not a usable grid`);
  const latStep = metres / METRES_PER_DEGREE;
  return ({ lat, lon }) => {
    const middleLat = middle(lat, latStep);
    // The step of longitude belongs to the row of squares, not to the place, or squares would overlap.
    const lonStep = latStep / Math.cos((middleLat * Math.PI) / 180);
    return { lat: round6(middleLat), lon: round6(middle(lon, lonStep)) };
  };
}

const middle = (degrees: number, step: number) => (Math.floor(degrees / step) + 0.5) * step;
const round6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
