import { useTranslation } from "react-i18next";

/** What belongs to a mentor's work after certification, in plain words (programme, a mentor's duties). */
export function OwnDuties({ everyMonths }: { everyMonths: number }) {
  const { t } = useTranslation("mentors");
  return (
    <div className="prose">
      <ul>
        <li>{t("own.duty.supervision", { count: everyMonths })}</li>
        <li>{t("own.duty.pms")}</li>
        <li>{t("own.duty.silence")}</li>
        <li>{t("own.duty.records")}</li>
      </ul>
    </div>
  );
}
