import { formatTimeOfDay, useLanguage } from "~/ui";
import { formatTime } from "~/platform/days";

/** "9:00–11:30" of minutes after midnight. */
export function EntryTimes({ startMinute, endMinute }: { startMinute: number; endMinute: number }) {
  const language = useLanguage();
  const time = (minute: number) => formatTimeOfDay(formatTime(minute), language);
  return (
    <span className="whitespace-nowrap">
      {time(startMinute)}–{time(endMinute)}
    </span>
  );
}
