/**
 * Where a Czech line must not break (ČSN 01 6910): after prepositions and conjunctions of one letter, inside
 * dates and numbers, between a number and its unit, after § and abbreviations of parts of a law.
 */

const noBreak = "\u00a0";

const rules: readonly RegExp[] = [
  // Prepositions and conjunctions of one letter, also several in a row.
  /(?<=(?:^|[\s(„‚–])[ksvzouaiKSVZOUAI]) (?=\S)/gu,
  // § 196 odst. 1 písm. a), č. 40/2009 Sb., čl. 9
  /(?<=§|\b(?:odst|písm|str)\.|(?<!\p{L})(?:č|čl)\.) (?=[\p{L}\d])/gu,
  /(?<=\d) (?=Sb\.)/gu,
  // 1. 1. 2026, 17. listopadu
  /(?<=\b\d{1,2}\.) (?=\d{1,2}\.|\d{4}\b|(?:led|únor|březn|dubn|květn|červ|srpn|září|říjn|listopad|prosinc))/gu,
  // 12 000, 116 123
  /(?<=\d) (?=\d{3}(?!\d))/gu,
  /(?<=\d) (?=(?:Kč|%|km|m|hod|min|h|let|lety|rok|roky|roků|dní|dny|dnů|hodin\p{L}?|minut\p{L}?|měsíc\p{L}{0,2}|týdn\p{L})(?!\p{L}))/gu,
];

/** The text with spaces that must not break; nothing but spaces changes. */
export function czechSpaces(text: string): string {
  return rules.reduce((joined, rule) => joined.replace(rule, noBreak), text);
}
