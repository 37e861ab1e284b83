import { useTranslation } from "react-i18next";
import { formatDay, Time, useLanguage } from "~/ui";

const shown = 6;

/** The last days of supervision, and exemptions from it. */
export function SupervisionDays({
  days,
  exemptions,
}: {
  days: readonly string[];
  exemptions: readonly { fromDay: string; toDay: string }[];
}) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  return (
    <div className="stack">
      {days.length === 0 ? (
        <p>{t("record.noSupervision")}</p>
      ) : (
        <ul>
          {days.slice(0, shown).map((day) => (
            <li key={day}>
              <Time value={day} />
            </li>
          ))}
          {days.length > shown && <li>{t("record.earlier", { count: days.length - shown })}</li>}
        </ul>
      )}
      {exemptions.length > 0 && (
        <>
          <h3>{t("record.exemptions")}</h3>
          <ul>
            {exemptions.map(({ fromDay, toDay }) => (
              <li key={`${fromDay}-${toDay}`}>
                {t("record.exemption", {
                  from: formatDay(fromDay, language),
                  to: formatDay(toDay, language),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
