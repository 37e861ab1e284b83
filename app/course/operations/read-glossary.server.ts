import { catalogue } from "../catalogue/catalogue.server";
import type { GlossaryTerm } from "../catalogue/types";

/** Terms of the course in Czech order, by their first letter ("Ch" is one). */
export function readGlossary(): { letter: string; terms: GlossaryTerm[] }[] {
  const sorted = [...catalogue().glossary.values()].sort((a, b) => a.term.localeCompare(b.term, "cs"));
  const letters = new Map<string, GlossaryTerm[]>();
  for (const term of sorted) {
    const letter = /^ch/i.test(term.term) ? "CH" : term.term[0]!.toLocaleUpperCase("cs");
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return [...letters].map(([letter, terms]) => ({ letter, terms }));
}
