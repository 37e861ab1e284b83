import type { Map as LeafletMap } from "leaflet";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap, useMapEvents } from "react-leaflet";
import type { Place } from "~/platform/geo/types";
import { Button, Icon } from "~/ui";
import { BaseMap } from "./base-map.client";
import { Pin } from "./place-map.client";

export interface PlacePickerProps {
  point: Place | null;
  /** The municipality chosen: the map goes there. */
  near: Place | null;
  onPick: (place: Place | null) => void;
}

/**
 * A map to mark a place on. Pressing the map marks the place pressed; with the keyboard the map is moved by
 * the arrows and the button takes its middle.
 */
export function PlacePicker({ point, near, onPick }: PlacePickerProps) {
  const { t } = useTranslation("incidents");
  const [map, setMap] = useState<LeafletMap | null>(null);
  const pickMiddle = () => {
    const middle = map?.getCenter();
    if (middle) onPick(rounded(middle));
  };
  return (
    <div className="grid gap-3">
      <div className="map-canvas map-canvas-md">
        <BaseMap label={t("report.where.mapTitle")} at={point ?? near ?? undefined} zoom={point ? 15 : 13}>
          <Picking onPick={onPick} onReady={setMap} near={point ? null : near} />
          {point && <Pin place={point} />}
        </BaseMap>
        <div className="map-cross">
          <Icon name="plus" size="lg" />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" icon="place" onClick={pickMiddle}>
          {t("report.where.useMiddle")}
        </Button>
        {point && (
          <Button variant="quiet" onClick={() => onPick(null)}>
            {t("report.where.clearPoint")}
          </Button>
        )}
      </div>
      <p role="status" className="field-hint">
        {point
          ? t("report.where.chosen", { lat: point.lat.toFixed(5), lon: point.lon.toFixed(5) })
          : t("report.where.notChosen")}
      </p>
    </div>
  );
}

interface PickingProps extends Pick<PlacePickerProps, "near" | "onPick"> {
  onReady: (map: LeafletMap) => void;
}

function Picking({ near, onPick, onReady }: PickingProps) {
  const map = useMap();
  useMapEvents({ click: ({ latlng }) => onPick(rounded(latlng)) });
  useEffect(() => onReady(map), [map, onReady]);
  useEffect(() => {
    if (near) map.setView([near.lat, near.lon], Math.max(map.getZoom(), 11));
  }, [map, near]);
  return null;
}

/** About a metre; more digits would only pretend. */
function rounded({ lat, lng }: { lat: number; lng: number }): Place {
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lng * 1e5) / 1e5 };
}
