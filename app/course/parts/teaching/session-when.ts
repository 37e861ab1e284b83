import { formatDay, formatTimeOfDay, type useLanguage } from "~/ui";

type Language = ReturnType<typeof useLanguage>;

/** When a session is, in words: "12. 6. 2026, 9:00–12:15". */
export function sessionWhen(session: { day: string; from: string; to: string }, language: Language): string {
  const { day, from, to } = session;
  return `${formatDay(day, language)}, ${sessionHours({ from, to }, language)}`;
}

/** From when to when: "9:00–12:15". */
export function sessionHours({ from, to }: { from: string; to: string }, language: Language): string {
  return `${formatTimeOfDay(from, language)}–${formatTimeOfDay(to, language)}`;
}
