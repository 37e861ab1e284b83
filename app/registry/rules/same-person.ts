import { plainWords } from "./client-code";

export interface Described {
  name: string;
  birthYear: number | null;
}

/**
 * May two descriptions be of one person? The same words of the name in any order, without regard to
 * diacritics and case, and no contradiction in the year of birth (a year's slip is forgiven).
 */
export function mayBeSamePerson(one: Described, other: Described): boolean {
  if (nameKey(one.name) !== nameKey(other.name)) return false;
  if (one.birthYear === null || other.birthYear === null) return true;
  return Math.abs(one.birthYear - other.birthYear) <= 1;
}

function nameKey(name: string): string {
  return plainWords(name).split(" ").sort().join(" ");
}
