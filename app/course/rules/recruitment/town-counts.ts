import type { ApplicationState } from "../application-states";

/** Applications from one town. */
export interface TownCount {
  town: string;
  byState: Record<ApplicationState, number>;
  total: number;
}

/** Counts by town; the same town written with other capitals or spaces is one. By name, in Czech order. */
export function countByTown(
  rows: readonly { town: string; state: ApplicationState; count: number }[],
  states: readonly ApplicationState[],
): TownCount[] {
  const towns = new Map<string, TownCount & { most: number }>();
  for (const { town, state, count } of rows) {
    const name = town.trim().replace(/\s+/g, " ");
    const key = name.toLocaleLowerCase("cs");
    const known = towns.get(key) ?? { town: name, byState: none(states), total: 0, most: 0 };
    known.byState[state] += count;
    known.total += count;
    // The spelling most people use names the row.
    if (count > known.most) Object.assign(known, { town: name, most: count });
    towns.set(key, known);
  }
  return [...towns.values()]
    .map(({ town, byState, total }) => ({ town, byState, total }))
    .sort((a, b) => a.town.localeCompare(b.town, "cs"));
}

function none(states: readonly ApplicationState[]): Record<ApplicationState, number> {
  return Object.fromEntries(states.map((state) => [state, 0])) as Record<ApplicationState, number>;
}
