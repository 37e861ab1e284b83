import { useEffect, useState } from "react";
import type { MapDrawing } from "~/platform/geo/types";

/** What lies under the map's marks: drawn boundaries and towns, and tiles where they can be had. */

/** A municipality's name on the drawn map; the most populous first. */
export interface Town {
  name: string;
  lat: number;
  lon: number;
  population: number;
}

export interface MapGround {
  drawing: MapDrawing;
  towns: Town[];
}

/** A tile in the middle of the region: where there is this one, there are the others. */
const PROBE = "/mapa/dlazdice/9/275/172";

let ground: Promise<MapGround> | undefined;
let tiles: Promise<boolean> | undefined;

function fetchGround(): Promise<MapGround> {
  ground ??= fetch("/mapa/hranice").then(async (response) => {
    if (!response.ok) throw new Error(`boundaries: ${response.status}`);
    return (await response.json()) as MapGround;
  });
  // Whoever comes later may try again.
  ground.catch(() => (ground = undefined));
  return ground;
}

function probeTiles(): Promise<boolean> {
  tiles ??= fetch(PROBE).then(
    (response) => response.status === 200,
    () => false,
  );
  return tiles;
}

/** The ground of a map; null and false until it is known. Boundaries come first, tiles replace them. */
export function useMapGround(): { ground: MapGround | null; tiles: boolean } {
  const [found, setFound] = useState<MapGround | null>(null);
  const [hasTiles, setHasTiles] = useState(false);
  useEffect(() => {
    let here = true;
    fetchGround().then(
      (value) => here && setFound(value),
      () => undefined,
    );
    void probeTiles().then((value) => here && setHasTiles(value));
    return () => {
      here = false;
    };
  }, []);
  return { ground: found, tiles: hasTiles };
}
