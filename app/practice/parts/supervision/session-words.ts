import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { formatDay, formatMinutesAsHours, formatTimeOfDay, useLanguage } from "~/ui";

interface Where {
  place: "in_person" | "video";
  town: string;
}

/** Where a session is, in words: the town, or that it is a video. */
export function useWhere(): (session: Where) => string {
  const { t } = useTranslation("supervision");
  return ({ place, town }) => (place === "video" ? t("place.video") : town);
}

/** When a session is, in words: "12. 6. 2026, 9:00 (1 h 30 min)". */
export function useWhen(): (session: { day: string; startMinute: number; minutes: number }) => string {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  return ({ day, startMinute, minutes }) => {
    const from = formatTimeOfDay(formatTime(startMinute), language);
    return `${formatDay(day, language)}, ${t("detail.time", { from, length: formatMinutesAsHours(minutes) })}`;
  };
}
