import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui";
import { behindPlanTolerance } from "../../rules/overview/flags";
import { outlooks } from "../../rules/overview/forecast";

/** How the forecast is made, class by class, so that anybody can check it. */
export function ForecastRules() {
  const { t } = useTranslation("overview");
  const tolerance = Math.round(behindPlanTolerance * 100);
  return (
    <div className="stack">
      <DescriptionList
        items={outlooks.map((outlook) => ({
          label: t(`forecast.outlook.${outlook}`),
          value: t(`forecast.rule.${outlook}`, { tolerance }),
        }))}
      />
      <p>{t("forecast.noPercent")}</p>
    </div>
  );
}
