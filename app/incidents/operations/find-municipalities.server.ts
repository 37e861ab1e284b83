import { geography } from "~/platform/geo/index.server";

/** One municipality offered by a field: option and place in one. */
export interface MunicipalityOption {
  value: string;
  label: string;
  /** Its district, which tells apart those of one name. */
  hint: string;
  lat: number;
  lon: number;
}

const OFFERED = 12;

/** Municipalities that answer what was typed so far, the best answers first; nothing for nothing. */
export async function findMunicipalities(query: string): Promise<MunicipalityOption[]> {
  const known = await geography();
  return known.search(query, OFFERED).map(({ code, name, districtName, lat, lon }) => ({
    value: code,
    label: name,
    hint: districtName,
    lat,
    lon,
  }));
}
