import { divIcon } from "leaflet";
import { useState } from "react";
import { Marker } from "react-leaflet";
import type { Place } from "~/platform/geo/types";
import { BaseMap } from "./base-map.client";

/** One place on a map, to be looked at. */
export function PlaceMap({ label, place }: { label: string; place: Place }) {
  return (
    <BaseMap label={label} at={place}>
      <Pin place={place} />
    </BaseMap>
  );
}

/** The mark of a place that cannot be pressed. */
export function Pin({ place }: { place: Place }) {
  const [icon] = useState(() =>
    divIcon({ className: "map-pin map-pin-static", html: "", iconSize: [30, 30], iconAnchor: [1, 29] }),
  );
  return <Marker position={[place.lat, place.lon]} icon={icon} interactive={false} keyboard={false} />;
}
