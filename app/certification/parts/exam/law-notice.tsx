import { useTranslation } from "react-i18next";
import { formatDay, Notice, useLanguage } from "~/ui";
import { lawCheckedOn } from "../../rules/exam/codes";

interface LawNoticeProps {
  limits: { resitWithinDays: number; substituteWithinDays: number; excuseWorkingDays: number };
}

/** What the decree asks of the exam, where it says so, as of when, and what nobody confirmed. */
export function LawNotice({ limits }: LawNoticeProps) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  return (
    <Notice title={t("law.title", { day: formatDay(lawCheckedOn, language) })}>
      <ul>
        <li>{t("law.admission")}</li>
        <li>{t("law.commission")}</li>
        <li>{t("law.resit", { count: limits.resitWithinDays })}</li>
        <li>{t("law.excuse", { count: limits.excuseWorkingDays })}</li>
        <li>{t("law.substitute", { count: limits.substituteWithinDays })}</li>
      </ul>
      <p>{t("law.unconfirmed")}</p>
    </Notice>
  );
}
