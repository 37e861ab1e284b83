import type { IncidentFilters } from "../schema";

/** Filters as an address' query, with a leading `?` when there are any. */
export function queryOf(filters: IncidentFilters, more: Record<string, string | number> = {}): string {
  const pairs = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return query === "" ? "" : `?${query}`;
}

/** How many filters are on. */
export function activeFilters(filters: IncidentFilters): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}
