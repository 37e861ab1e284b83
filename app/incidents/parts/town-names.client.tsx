import { divIcon, type Map as LeafletMap } from "leaflet";
import { useEffect, useMemo, useState } from "react";
import { Marker, Pane, useMap } from "react-leaflet";
import { labelSpots, smallestNamed, type LabelSpot } from "../rules/town-labels";
import type { Town } from "./map-ground";

/** A mark on the map that names must not lie over. */
export interface Mark {
  lat: number;
  lon: number;
  /** Pixels. */
  size: number;
}

type NamedTown = Town & LabelSpot;

const LARGE = 20_000;

/** Names of the towns in view on a map drawn without tiles: as many as fit beside the marks. */
export function TownNames({ towns, marks }: { towns: Town[]; marks: readonly Mark[] }) {
  const map = useMap();
  const [shown, setShown] = useState<NamedTown[]>([]);
  useEffect(() => {
    const choose = () => setShown(townsInView(map, towns, marks));
    choose();
    map.on("moveend", choose);
    return () => {
      map.off("moveend", choose);
    };
  }, [map, towns, marks]);
  return (
    <Pane name="towns" className="map-towns">
      {shown.map((town) => (
        <TownName key={`${town.name}:${town.lat}`} town={town} />
      ))}
    </Pane>
  );
}

function TownName({ town }: { town: NamedTown }) {
  const { name, population, side, away, lat, lon } = town;
  const icon = useMemo(() => {
    const words = document.createElement("span");
    words.className = `map-town-name map-town-${side}${population >= LARGE ? " map-town-large" : ""}`;
    words.textContent = name;
    // Set by script, which the content security policy allows; an attribute it would not.
    words.style.setProperty("--away", `${away}px`);
    return divIcon({ className: "map-town", html: words, iconSize: [0, 0] });
  }, [name, population, side, away]);
  return <Marker position={[lat, lon]} icon={icon} interactive={false} keyboard={false} pane="towns" />;
}

function townsInView(map: LeafletMap, towns: Town[], marks: readonly Mark[]): NamedTown[] {
  const bounds = map.getBounds();
  const smallest = smallestNamed(map.getZoom());
  const pixelsOf = ({ lat, lon }: { lat: number; lon: number }) => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return { x, y };
  };
  const candidates = towns
    .filter(({ population, lat, lon }) => population >= smallest && bounds.contains([lat, lon]))
    .map((town) => ({ ...town, ...pixelsOf(town) }));
  const obstacles = marks
    .filter(({ lat, lon }) => bounds.contains([lat, lon]))
    .map((mark) => ({ ...pixelsOf(mark), radius: mark.size / 2 }));
  const { x: width, y: height } = map.getSize();
  return labelSpots(candidates, obstacles, { width, height });
}
