import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import { outlooks, type Forecast } from "../../rules/overview/forecast";

const tones: Record<Forecast["verdict"], Tone> = {
  early: "neutral",
  reached: "success",
  expected: "success",
  threatened: "warning",
  outOfReach: "danger",
  missed: "danger",
};

/** A forecast in words: the verdict against the goal, and how many people are in each class. */
export function ForecastWords({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation("overview");
  const { verdict, counts, goal, missing } = forecast;
  return (
    <div className="forecast">
      <StatusTag tone={tones[verdict]}>{t(`forecast.verdict.${verdict}`, { goal })}</StatusTag>
      <ul className="forecast-counts">
        {outlooks
          .filter((outlook) => counts[outlook] > 0)
          .map((outlook) => (
            <li key={outlook}>{t(`forecast.count.${outlook}`, { count: counts[outlook] })}</li>
          ))}
      </ul>
      {missing > 0 && (verdict === "threatened" || verdict === "outOfReach") && (
        <span className="flag-step">{t("forecast.missing", { count: missing, goal })}</span>
      )}
    </div>
  );
}
