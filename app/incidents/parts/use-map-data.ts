import type { Map as LeafletMap } from "leaflet";
import { useCallback, useEffect, useState } from "react";
import type { MapAnswer } from "../rules/map-answer";

const WAIT_MS = 120;

/** Clusters for what the map shows; the last ones stay until the next are here. */
export function useMapData(map: LeafletMap, query: string) {
  const [answer, setAnswer] = useState<MapAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      stop.abort();
      stop = new AbortController();
      try {
        const found = await fetchMapData(addressOf(map, query), stop.signal);
        setAnswer(found);
        setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
    };
    const loadSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), WAIT_MS);
    };
    void load();
    map.on("moveend", loadSoon);
    return () => {
      map.off("moveend", loadSoon);
      clearTimeout(timer);
      stop.abort();
    };
  }, [map, query, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { answer, failed, retry };
}

function addressOf(map: LeafletMap, query: string): string {
  const bounds = map.getBounds().pad(0.3);
  const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    .map((degrees) => degrees.toFixed(4))
    .join(",");
  const parameters = new URLSearchParams(query);
  parameters.set("zoom", String(Math.floor(map.getZoom())));
  parameters.set("bbox", bbox);
  return `/incidenty/mapa/data?${parameters}`;
}

async function fetchMapData(address: string, signal: AbortSignal): Promise<MapAnswer> {
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  // A session that ended leads to the sign-in page, which is no data.
  if (!response.ok || response.redirected) throw new Error(`map data: ${response.status}`);
  return (await response.json()) as MapAnswer;
}
