import { divIcon, type Map as LeafletMap } from "leaflet";
import { useEffect, useMemo, useState } from "react";
import { Marker, Pane, useMap } from "react-leaflet";
import { roomForLabels, smallestNamed } from "../rules/town-labels";
import type { Town } from "./map-ground";

const LARGE = 20_000;

/** Names of the towns in view on a map drawn without tiles: as many as fit. */
export function TownNames({ towns }: { towns: Town[] }) {
  const map = useMap();
  const [shown, setShown] = useState<Town[]>([]);
  useEffect(() => {
    const choose = () => setShown(townsInView(map, towns));
    choose();
    map.on("moveend", choose);
    return () => {
      map.off("moveend", choose);
    };
  }, [map, towns]);
  return (
    <Pane name="towns" className="map-towns">
      {shown.map((town) => (
        <TownName key={`${town.name}:${town.lat}`} town={town} />
      ))}
    </Pane>
  );
}

function TownName({ town }: { town: Town }) {
  const icon = useMemo(() => {
    const html = document.createElement("span");
    html.textContent = town.name;
    const className = town.population >= LARGE ? "map-town map-town-large" : "map-town";
    return divIcon({ className, html, iconSize: undefined, iconAnchor: [2, 7] });
  }, [town]);
  return (
    <Marker position={[town.lat, town.lon]} icon={icon} interactive={false} keyboard={false} pane="towns" />
  );
}

function townsInView(map: LeafletMap, towns: Town[]): Town[] {
  const bounds = map.getBounds().pad(0.1);
  const smallest = smallestNamed(map.getZoom());
  const candidates = towns.filter(
    ({ population, lat, lon }) => population >= smallest && bounds.contains([lat, lon]),
  );
  const placed = candidates.map((town) => {
    const { x, y } = map.latLngToContainerPoint([town.lat, town.lon]);
    return { ...town, x, y };
  });
  return roomForLabels(placed);
}
