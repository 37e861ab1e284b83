/** Counting the incidents of a map or list; only for those who may see them one by one. */

export interface Counted {
  /** `YYYY-MM-DD` */
  day: string;
  districtCode: string;
  municipalityCode: string | null;
  municipality: string | null;
}

export interface MunicipalityTally {
  code: string;
  name: string;
  districtCode: string;
  count: number;
}

export interface Tallies {
  total: number;
  /** Every district given, also those with nothing, in the order given. */
  districts: { code: string; count: number }[];
  /** Whole months from the first to the last that has anything, without gaps, oldest first. */
  months: { month: string; count: number; byDistrict: Record<string, number> }[];
  /** The most first; those of an unlisted municipality are left out. */
  municipalities: MunicipalityTally[];
  /** Incidents whose municipality is not in the list or not known. */
  elsewhere: number;
}

export function tally(incidents: readonly Counted[], districtCodes: readonly string[]): Tallies {
  const districts = countBy(incidents, ({ districtCode }) => districtCode);
  const municipalities = new Map<string, MunicipalityTally>();
  const months = new Map<string, { count: number; byDistrict: Record<string, number> }>();
  let elsewhere = 0;
  for (const { day, districtCode, municipalityCode, municipality } of incidents) {
    const month = months.get(day.slice(0, 7)) ?? { count: 0, byDistrict: {} };
    month.count += 1;
    month.byDistrict[districtCode] = (month.byDistrict[districtCode] ?? 0) + 1;
    months.set(day.slice(0, 7), month);
    if (municipalityCode === null || municipality === null) {
      elsewhere += 1;
      continue;
    }
    const row = municipalities.get(municipalityCode) ?? {
      code: municipalityCode,
      name: municipality,
      districtCode,
      count: 0,
    };
    row.count += 1;
    municipalities.set(municipalityCode, row);
  }
  return {
    total: incidents.length,
    districts: districtCodes.map((code) => ({ code, count: districts.get(code) ?? 0 })),
    months: monthsBetween([...months.keys()]).map((month) => ({
      month,
      ...(months.get(month) ?? { count: 0, byDistrict: {} }),
    })),
    municipalities: [...municipalities.values()].sort(
      (a, b) => b.count - a.count || a.name.localeCompare(b.name, "cs"),
    ),
    elsewhere,
  };
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** `YYYY-MM` from the earliest to the latest of some months. */
export function monthsBetween(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const found: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) found.push(month);
  return found;
}

function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
