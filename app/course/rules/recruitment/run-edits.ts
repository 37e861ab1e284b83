import type { RunState } from "../run-states";

/** What was agreed when people began to study does not change under their hands. */
export const frozenAtStart = ["town", "region", "startsOn", "places", "goal"] as const;
export type FrozenField = (typeof frozenAtStart)[number];

export interface RunStart {
  state: RunState;
  startedAt: Date | string | null;
}

/** From its start on a run keeps its settings, places, goal, town and beginning. */
export function hasStarted({ state, startedAt }: RunStart): boolean {
  return startedAt !== null || state === "running" || state === "exams" || state === "closed";
}

/** The first field of a started run somebody wants to change although it must stay, or null. */
export function frozenChange(
  before: Readonly<Record<FrozenField, string | number>>,
  after: Readonly<Record<FrozenField, string | number>>,
): FrozenField | null {
  return frozenAtStart.find((field) => before[field] !== after[field]) ?? null;
}

/** Names of towns as written in one field, separated by commas: each once, without the main one. */
export function townsOf(text: string | undefined, mainTown: string): string[] {
  const towns = new Map<string, string>();
  for (const part of (text ?? "").split(/[,;\n]/)) {
    const town = part.trim().replace(/\s+/g, " ");
    const key = town.toLocaleLowerCase("cs");
    if (town && key !== mainTown.toLocaleLowerCase("cs") && !towns.has(key)) towns.set(key, town);
  }
  return [...towns.values()];
}
