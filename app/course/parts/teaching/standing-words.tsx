import { useTranslation } from "react-i18next";
import { formatPercent, formatTeachingHours, useLanguage } from "~/ui";
import {
  reachableShare,
  reachedShare,
  type AttendanceStanding,
} from "../../rules/teaching/attendance-standing";

/** A share in percent, or a dash before there is one. */
export function Share({ share }: { share: number | null }) {
  const language = useLanguage();
  return <>{share === null ? "–" : formatPercent(Math.floor(share * 100) / 100, language)}</>;
}

/** "12 z 15 hodin" of the teaching held so far. */
export function HeldHours({ standing }: { standing: AttendanceStanding }) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <>
      {t("standing.hours", {
        present: formatTeachingHours(standing.presentMinutes, language),
        held: formatTeachingHours(standing.heldMinutes, language),
      })}
    </>
  );
}

/** Both shares of one person as facts. */
export function standingShares(standing: AttendanceStanding) {
  return { reached: reachedShare(standing), reachable: reachableShare(standing) };
}
