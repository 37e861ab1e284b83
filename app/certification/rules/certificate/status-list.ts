/**
 * The list of revoked badges as bits: W3C Bitstring Status List 1.0. The least length the standard allows is
 * also the greatest number of badges one list can tell about.
 */
export const statusListLength = 131_072;

/** Bits with ones at the places given; place 0 is the left-most bit of the first byte. */
export function bitstring(places: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(statusListLength / 8);
  for (const place of places) {
    if (!Number.isInteger(place) || place < 0 || place >= statusListLength) {
      throw new RangeError(`The status list has no place ${place}`);
    }
    bits[place >> 3]! |= 0x80 >> (place & 7);
  }
  return bits;
}
