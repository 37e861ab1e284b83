import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, useLanguage } from "~/ui";
import { BaseMap } from "./base-map.client";
import { MapMarker } from "./map-marker.client";

export interface CountedPlace {
  code: string;
  name: string;
  lat: number;
  lon: number;
  count: number;
}

/** A number at each municipality; the larger the number, the larger its circle. */
export function CountsMap({ label, places }: { label: string; places: readonly CountedPlace[] }) {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  const marks = useMemo(() => places.map((place) => ({ ...place, size: sizeOf(place, places) })), [places]);
  return (
    <BaseMap label={label} marks={marks}>
      {marks.map((place) => {
        const text = t("publicMap.marker", { municipality: place.name, count: place.count });
        return (
          <MapMarker
            key={place.code}
            at={place}
            label={text}
            className="map-cluster"
            size={place.size}
            text={formatNumber(place.count, language)}
            popup={(close) => (
              <>
                <p className="map-popup-title">{text}</p>
                <p className="map-popup-actions">
                  <button type="button" onClick={close}>
                    {t("map.close")}
                  </button>
                </p>
              </>
            )}
          />
        );
      })}
    </BaseMap>
  );
}

/** Pixels; the area, not the width, grows with the number. */
function sizeOf({ count }: CountedPlace, places: readonly CountedPlace[]): number {
  const largest = Math.max(1, ...places.map((place) => place.count));
  return Math.round(30 + 26 * Math.sqrt(count / largest));
}
