import { settlementsWithin } from "./geonames.server";
import { makeGeography, type Geography } from "./geography";
import { SCHEMATIC_ATTRIBUTION, schematicDistricts, schematicMunicipalities } from "./schematic";
import type { Areas, Bounds, Lines } from "./types";

/** Wide enough that every settlement bounding the region's cells is inside. */
const SURROUNDINGS: Bounds = [12.2, 49.4, 15.4, 51.8];

/** The geography of a portal nothing was imported into; takes about 100 ms. */
export async function makeSchematicGeography(): Promise<Geography> {
  const settlements = await settlementsWithin(SURROUNDINGS);
  const municipalities = schematicMunicipalities(settlements);
  const { districts, region } = schematicDistricts(municipalities, settlements);
  return makeGeography({
    version: "schematic-1",
    municipalities,
    exactDistricts: districts,
    drawing: {
      schematic: true,
      attribution: SCHEMATIC_ATTRIBUTION,
      region: { type: "FeatureCollection", features: [region] },
      districts: { type: "FeatureCollection", features: districts },
      rivers: noLines(),
      railways: noLines(),
      waters: noAreas(),
    },
  });
}

const noLines = (): Lines<{ name: string }> => ({ type: "FeatureCollection", features: [] });
const noAreas = (): Areas<{ name: string }> => ({ type: "FeatureCollection", features: [] });
