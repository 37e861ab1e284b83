import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { districtByCode } from "~/platform/geo/region";
import { formatDay, formatMonth, formatTimeOfDay, useLanguage } from "~/ui";
import type { TimePrecision } from "../codebook";

/** When and where an incident happened, in words that say how much is known. */
export function useIncidentWords() {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  return {
    when({
      day,
      minute,
      timePrecision,
    }: {
      day: string;
      minute: number | null;
      timePrecision: TimePrecision;
    }) {
      switch (timePrecision) {
        case "MINUTE":
          return minute === null
            ? formatDay(day, language)
            : t("when.minute", {
                day: formatDay(day, language),
                time: formatTimeOfDay(formatTime(minute), language),
              });
        case "WEEK":
          return t("when.week", { day: formatDay(day, language) });
        case "MONTH":
          return t("when.month", { month: formatMonth(day) });
        default:
          return formatDay(day, language);
      }
    },
    isSeat,
    where({ municipality, districtCode }: { municipality: string | null; districtCode: string }) {
      const district = districtByCode(districtCode)?.name ?? districtCode;
      if (municipality === null) return t("place.district", { district });
      if (isSeat(municipality, districtCode)) return municipality;
      return t("place.inDistrict", { municipality, district });
    },
  };
}

/** Whether the district is named after the municipality, so that naming it too says nothing. */
function isSeat(municipality: string, districtCode: string): boolean {
  return districtByCode(districtCode)?.name === municipality;
}
