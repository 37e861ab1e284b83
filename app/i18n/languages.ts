/** Languages of the interface; the first is authoritative. */
export const languages = ["cs", "en"] as const;

export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
