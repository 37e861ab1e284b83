import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap, useMapEvents } from "react-leaflet";
import { formatNumber, useLanguage } from "~/ui";
import { mergeMarks, type MergedMark } from "../rules/merge-marks";
import { BaseMap } from "./base-map.client";
import { MapMarker } from "./map-marker.client";
import type { Mark } from "./town-names.client";

export interface CountedPlace {
  code: string;
  name: string;
  lat: number;
  lon: number;
  count: number;
}

/** A number at each municipality; the larger the number, the larger its circle. */
export function CountsMap({ label, places }: { label: string; places: readonly CountedPlace[] }) {
  // A circle covers the name of its town whether it was joined with another or not.
  const sizeOf = useSizes(places);
  const marks = useMemo(
    (): Mark[] => places.map(({ lat, lon, count }) => ({ lat, lon, size: sizeOf(count) })),
    [places, sizeOf],
  );
  return (
    <BaseMap label={label} marks={marks}>
      <Counts places={places} sizeOf={sizeOf} />
    </BaseMap>
  );
}

type SizeOf = (count: number) => number;

/** Municipalities whose circles would touch at this zoom stand as one, so that each can be pressed. */
function Counts({ places, sizeOf }: { places: readonly CountedPlace[]; sizeOf: SizeOf }) {
  const map = useMap();
  const [zoom, setZoom] = useState(() => map.getZoom());
  useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const merged = useMemo(
    () =>
      mergeMarks(
        places.map((place) => ({ ...place, ...pick(map.project([place.lat, place.lon], zoom)) })),
        sizeOf,
      ),
    [map, places, sizeOf, zoom],
  );
  return (
    <>
      {merged.map((mark) => (
        <CountMark
          key={mark.marks.map(({ code }) => code).join(" ")}
          merged={mark}
          size={sizeOf(mark.count)}
        />
      ))}
    </>
  );
}

function CountMark({ merged, size }: { merged: MergedMark<CountedPlace>; size: number }) {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  const [main, ...others] = merged.marks;
  const text = (place: CountedPlace) =>
    t("publicMap.marker", { municipality: place.name, count: place.count });
  const label = others.length
    ? t("publicMap.markerMore", {
        municipality: main.name,
        total: formatNumber(merged.count, language),
        count: others.length,
      })
    : text(main);
  return (
    <MapMarker
      at={main}
      label={label}
      className="map-cluster"
      size={size}
      text={formatNumber(merged.count, language)}
      popup={(close) => (
        <>
          <p className="map-popup-title">{label}</p>
          {others.length > 0 && (
            <ul>
              {merged.marks.map((place) => (
                <li key={place.code}>{text(place)}</li>
              ))}
            </ul>
          )}
          <p className="map-popup-actions">
            <button type="button" onClick={close}>
              {t("map.close")}
            </button>
          </p>
        </>
      )}
    />
  );
}

function pick({ x, y }: { x: number; y: number }) {
  return { x, y };
}

/** Pixels; the area, not the width, grows with the number. A joined number can be larger than any single one. */
function useSizes(places: readonly CountedPlace[]): SizeOf {
  const largest = useMemo(() => Math.max(1, ...places.map(({ count }) => count)), [places]);
  return useCallback((count) => Math.round(30 + 26 * Math.sqrt(Math.min(1, count / largest))), [largest]);
}
