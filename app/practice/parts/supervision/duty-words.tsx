import { useTranslation } from "react-i18next";
import { formatDay, useLanguage } from "~/ui";
import type { DutyGap } from "../../rules/supervision/duty-clock";

/** Days until a deadline in words, or how late it is. */
export function DutyLeft({ days }: { days: number | null }) {
  const { t } = useTranslation("supervision");
  if (days === null) return null;
  if (days === 0) return <span>{t("duty.today")}</span>;
  return (
    <span className="text-muted">
      {days > 0 ? t("duty.left", { count: days }) : t("duty.late", { count: -days })}
    </span>
  );
}

/** Deadlines that passed, each with what made up for it. */
export function DutyGaps({ gaps }: { gaps: readonly DutyGap[] }) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  if (gaps.length === 0) return <>{t("duty.gapsNone")}</>;
  const words = gaps.map(({ dueOn, keptOn }) =>
    keptOn === null
      ? t("duty.gapOpen", { day: formatDay(dueOn, language) })
      : t("duty.gapKept", { day: formatDay(dueOn, language), kept: formatDay(keptOn, language) }),
  );
  return <>{words.join(", ")}</>;
}
