import { criteriaSets, type CriteriaSetDefinition, type ReferringKind } from "../codes";

/** The criteria a kind of body evaluates by on a day: the newest set valid then, or its first one. */
export function criteriaSetOn(
  kind: ReferringKind,
  day: string,
  sets: readonly CriteriaSetDefinition[] = criteriaSets,
): CriteriaSetDefinition {
  const ofKind = sets.filter((set) => set.kind === kind).sort((a, b) => a.version - b.version);
  const valid = ofKind.filter((set) => set.validFrom <= day);
  const found = valid.at(-1) ?? ofKind[0];
  if (!found) throw new Error(`There are no criteria for ${kind}`);
  return found;
}
