import { formatDateTime, formatDay } from "./formatting";
import { useLanguage } from "./texts";

/** A day ("2026-11-22") or an instant (ISO with time, or a Date) in a `<time>` element, in the page's language. */
export function Time({ value, className }: { value: string | Date; className?: string }) {
  const language = useLanguage();
  const iso = typeof value === "string" ? value : value.toISOString();
  const text = iso.length === 10 ? formatDay(iso, language) : formatDateTime(value, language);
  return (
    <time dateTime={iso} className={className}>
      {text}
    </time>
  );
}
