import { useTranslation } from "react-i18next";

/** What the marks of the incident map mean. */
export function MapLegend({ exact }: { exact: boolean }) {
  const { t } = useTranslation("incidents");
  return (
    <ul>
      <li>
        <span className="map-cluster size-7" aria-hidden="true">
          5
        </span>
        {t("map.legendCluster")}
      </li>
      {exact && (
        <li>
          <span className="map-pin size-6" aria-hidden="true" />
          {t("map.legendPoint")}
        </li>
      )}
      <li>
        <span className="size-6 rounded-full border-4 border-clay bg-surface" aria-hidden="true" />
        {t("map.legendCoarse")}
      </li>
    </ul>
  );
}
