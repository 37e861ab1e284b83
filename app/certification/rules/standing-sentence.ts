import type { Graduation, Requirement } from "./graduation";

/**
 * What is missing, said in a sentence: "Chybí 38 hodin praxe a jedna supervize. K tomu ještě závěrečná
 * zkouška." The words and their plurals are in the catalogue; here is only which of them, and in what order.
 */
export interface StandingText {
  /** Under `certification:standing`. */
  key: `certification:standing.${string}`;
  values?: Record<string, string | number>;
}

/** The sentences of a standing; a list is joined by commas and the language's "and". */
export interface StandingSentence {
  text: StandingText;
  list: StandingText[];
}

/** Says a catalogue text. */
export type Say = (text: StandingText) => string;

/** The sentences, in order. The exam stands apart while there is something to do before it. */
export function standingSentences(graduation: Graduation): StandingSentence[] {
  if (graduation.complete) return [{ text: { key: "certification:standing.complete" }, list: [] }];
  const unmet = graduation.requirements.filter(({ met }) => !met);
  const exam = examTexts(graduation.requirements);
  const before = unmet.filter(({ code }) => !code.startsWith("exam.")).map(missingText);
  if (before.length === 0) return [{ text: { key: "certification:standing.missing" }, list: exam }];
  const first = { text: { key: "certification:standing.missing" }, list: before } as const;
  if (exam.length === 0) return [first];
  return [first, { text: { key: "certification:standing.besides" }, list: exam }];
}

/** The sentences as one text. */
export function sentenceOf(graduation: Graduation, say: Say): string {
  const and = say({ key: "certification:standing.and" });
  return standingSentences(graduation)
    .map(({ text, list }) => say({ ...text, values: { list: joined(list.map(say), and) } }))
    .join(" ");
}

function joined(items: string[], and: string): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")}${and}${last}`;
}

function missingText({ code, missing, unit, hour = 60 }: Requirement): StandingText {
  if (unit === "count") return { key: `certification:standing.${code}`, values: { count: missing } };
  const whole = Math.floor(missing / hour);
  const rest = missing - whole * hour;
  const key = `certification:standing.${code}` as const;
  if (rest === 0) return { key: `${key}.hours`, values: { count: whole } };
  if (whole === 0) return { key: `${key}.minutes`, values: { count: rest } };
  return { key: `${key}.both`, values: { count: whole, minutes: rest } };
}

/** The exam as a whole while no part of it is passed, else its missing parts. */
function examTexts(requirements: readonly Requirement[]): StandingText[] {
  const parts = requirements.filter(({ code }) => code.startsWith("exam."));
  const missing = parts.filter(({ met }) => !met);
  if (missing.length === 0) return [];
  if (missing.length === parts.length) return [{ key: "certification:standing.exam.whole" }];
  return missing.map(({ code }) => ({ key: `certification:standing.${code}` }));
}
