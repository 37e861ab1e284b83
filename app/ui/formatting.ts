import { isLanguage, type Language } from "~/i18n/languages";

/**
 * Days, times, durations and numbers as people here write them. Dates are put together by hand so that the
 * server and every browser write the same characters; spaces inside a value do not break.
 */
const NBSP = "\u00a0";
const MINUTES_IN_TEACHING_HOUR = 45;
const MONTHS_EN =
  "January February March April May June July August September October November December".split(" ");
const MONTHS_CS = "ledna února března dubna května června července srpna září října listopadu prosince".split(
  " ",
);

/** The portal's language for a language tag; Czech for anything it does not speak. */
export function languageOf(tag: string | undefined): Language {
  const language = tag?.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : "cs";
}

interface DayParts {
  year: number;
  month: number;
  day: number;
}

function dayParts(isoDay: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDay);
  if (!match) return null;
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { year: Number(match[1]), month, day };
}

/** "2026-11-22" → "22. 11. 2026" or "22 November 2026"; what is not a day comes back unchanged. */
export function formatDay(isoDay: string, language: Language): string {
  const parts = dayParts(isoDay);
  if (!parts) return isoDay;
  return language === "cs"
    ? `${parts.day}.${NBSP}${parts.month}.${NBSP}${parts.year}`
    : `${parts.day}${NBSP}${MONTHS_EN[parts.month - 1]}${NBSP}${parts.year}`;
}

/** "2026-11-22" → "22. listopadu 2026" or "22 November 2026". */
export function formatLongDay(isoDay: string, language: Language): string {
  const parts = dayParts(isoDay);
  if (!parts || language === "en") return formatDay(isoDay, language);
  return `${parts.day}.${NBSP}${MONTHS_CS[parts.month - 1]}${NBSP}${parts.year}`;
}

/** "2026-11" or "2026-11-22" → "11/2026". */
export function formatMonth(isoMonth: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(isoMonth);
  return match ? `${Number(match[2])}/${match[1]}` : isoMonth;
}

/** Two days with a dash between; the year is not repeated within one year in Czech. */
export function formatDayRange(from: string, to: string, language: Language): string {
  if (from === to) return formatDay(from, language);
  const start = dayParts(from);
  const end = dayParts(to);
  if (language === "cs" && start && end && start.year === end.year) {
    return `${start.day}.${NBSP}${start.month}. – ${formatDay(to, language)}`;
  }
  return `${formatDay(from, language)} – ${formatDay(to, language)}`;
}

const pragueClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Prague",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function pragueParts(instant: Date | string): { day: string; time: string } | null {
  const date = typeof instant === "string" ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) return null;
  const part = Object.fromEntries(pragueClock.formatToParts(date).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** The Europe/Prague day of an instant as "YYYY-MM-DD". */
export function pragueDay(instant: Date | string): string {
  return pragueParts(instant)?.day ?? String(instant);
}

/** An instant (ISO string or Date) in Europe/Prague: "22. 11. 2026 v 8:05" or "22 November 2026 at 08:05". */
export function formatDateTime(instant: Date | string, language: Language): string {
  const parts = pragueParts(instant);
  if (!parts) return String(instant);
  const link = language === "cs" ? ` v${NBSP}` : ` at${NBSP}`;
  return `${formatDay(parts.day, language)}${link}${formatTimeOfDay(parts.time, language)}`;
}

/** "08:05" → "8:05" in Czech; English keeps both digits. */
export function formatTimeOfDay(time: string, language: Language): string {
  return language === "cs" ? time.replace(/^0(?=\d:)/, "") : time;
}

/** Whole minutes → "2 h 30 min", "45 min", "3 h", "0 min". */
export function formatMinutesAsHours(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const sign = minutes < 0 && whole > 0 ? "−" : "";
  if (hours === 0) return `${sign}${rest}${NBSP}min`;
  return `${sign}${hours}${NBSP}h${rest ? ` ${rest}${NBSP}min` : ""}`;
}

/** Minutes of theory → teaching hours of 45 minutes with at most two decimals: 90 → "2", 60 → "1,33". */
export function formatTeachingHours(minutes: number, language: Language = "cs"): string {
  return formatNumber(minutes / MINUTES_IN_TEACHING_HOUR, language, 2);
}

/** A number with a non-breaking space (cs) or a comma (en) between thousands. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 0): string {
  const factor = 10 ** maximumFractionDigits;
  const rounded = Math.round((value + Number.EPSILON) * factor) / factor;
  const [whole = "0", fraction] = Math.abs(rounded).toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === "cs" ? NBSP : ",");
  const sign = rounded < 0 ? "−" : "";
  return `${sign}${grouped}${fraction ? (language === "cs" ? "," : ".") + fraction : ""}`;
}

/** A share between 0 and 1 → "62 %" (cs) or "62%" (en). */
export function formatPercent(share: number, language: Language, maximumFractionDigits = 0): string {
  const number = formatNumber(share * 100, language, maximumFractionDigits);
  return language === "cs" ? `${number}${NBSP}%` : `${number}%`;
}
