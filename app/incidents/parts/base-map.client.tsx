import "./map.css";
import type { Feature, FeatureCollection } from "geojson";
import { geoJSON, svg, type LatLngBoundsExpression, type PathOptions } from "leaflet";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AttributionControl, MapContainer, TileLayer, useMap, ZoomControl } from "react-leaflet";
import {
  OPENSTREETMAP_ATTRIBUTION,
  REGION_BOUNDS,
  TILE_BOUNDS,
  TILE_MAX_ZOOM,
  TILE_MIN_ZOOM,
} from "~/platform/geo/region";
import type { Bounds, MapDrawing, Place } from "~/platform/geo/types";
import { useMapGround } from "./map-ground";
import { TownNames, type Mark } from "./town-names.client";

const DRAWN_SNAP = 0.25;
/** Nearer than this a map without tiles shows nothing to find one's way by. */
const DRAWN_ZOOM = 11;

export interface BaseMapProps {
  /** What the map is, for screen readers. */
  label: string;
  /** Where to begin; the whole region unless said. */
  at?: Place;
  zoom?: number;
  /** Marks that the names of towns must not lie over. */
  marks?: readonly Mark[];
  /** The marks themselves. */
  children?: ReactNode;
}

const noMarks: readonly Mark[] = [];

/** The region's map without any marks: tiles of the portal's own server, or drawn boundaries with towns. */
export function BaseMap({ label, at, zoom = 14, marks = noMarks, children }: BaseMapProps) {
  const { t } = useTranslation("incidents");
  const { ground, tiles } = useMapGround();
  // More than the view is drawn, so that moving the map a little shows no empty edge.
  const [renderer] = useState(() => svg({ padding: 0.75 }));
  const start = at
    ? { center: [at.lat, at.lon] as [number, number], zoom: Math.min(zoom, DRAWN_ZOOM) }
    : { bounds: leafletBounds(REGION_BOUNDS) };
  return (
    <MapContainer
      {...start}
      minZoom={TILE_MIN_ZOOM}
      maxZoom={TILE_MAX_ZOOM}
      maxBounds={leafletBounds(TILE_BOUNDS)}
      maxBoundsViscosity={0.8}
      zoomSnap={DRAWN_SNAP}
      renderer={renderer}
      scrollWheelZoom={false}
      zoomControl={false}
      attributionControl={false}
    >
      <MapManners label={label} tiles={tiles} zoom={at ? zoom : null} />
      <ZoomControl zoomInTitle={t("map.zoomIn")} zoomOutTitle={t("map.zoomOut")} />
      <AttributionControl prefix={false} />
      {tiles && (
        <TileLayer
          url="/mapa/dlazdice/{z}/{x}/{y}"
          attribution={`<a href="${OPENSTREETMAP_ATTRIBUTION.href}">${OPENSTREETMAP_ATTRIBUTION.text}</a>`}
          bounds={leafletBounds(TILE_BOUNDS)}
        />
      )}
      {ground && (
        <>
          <Drawing drawing={ground.drawing} />
          {!tiles && <TownNames towns={ground.towns} marks={marks} />}
        </>
      )}
      {children}
    </MapContainer>
  );
}

interface MapMannersProps {
  label: string;
  tiles: boolean;
  /** How near to begin with tiles; null is the whole region. */
  zoom: number | null;
}

/** What Leaflet leaves out: a name for the container, and a wheel that zooms only when the map is in use. */
function MapManners({ label, tiles, zoom }: MapMannersProps) {
  const map = useMap();
  const [nearest] = useState(zoom);
  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", label);
  }, [map, label]);
  useEffect(() => {
    map.getContainer().classList.toggle("map-with-tiles", tiles);
    // Drawn lines are sharp at any zoom, tiles only at whole ones.
    map.options.zoomSnap = tiles ? 1 : DRAWN_SNAP;
    if (!tiles) return;
    if (nearest === null) map.fitBounds(leafletBounds(REGION_BOUNDS), { animate: false });
    else map.setZoom(nearest, { animate: false });
  }, [map, tiles, nearest]);
  useEffect(() => {
    const use = () => map.scrollWheelZoom.enable();
    const leave = () => map.scrollWheelZoom.disable();
    map.on("focus click", use);
    map.on("blur mouseout", leave);
    return () => {
      map.off("focus click", use);
      map.off("blur mouseout", leave);
    };
  }, [map]);
  return null;
}

/** Boundaries, waters and lines; drawn once and left alone. */
function Drawing({ drawing }: { drawing: MapDrawing }) {
  const map = useMap();
  useEffect(() => {
    const { region, districts, rivers, railways, waters, attribution } = drawing;
    const codes = districts.features.map(({ properties }) => properties.code);
    const districtClass = (code: unknown) =>
      codes.findIndex((one) => one === code) % 2 === 0 ? "map-district" : "map-district map-district-even";
    const layers = [
      layerOf(region, () => "map-region", escaped(attribution)),
      layerOf(districts, ({ code }) => districtClass(code)),
      layerOf(waters, () => "map-water"),
      layerOf(rivers, () => "map-river"),
      layerOf(railways, () => "map-railway"),
      layerOf(region, () => "map-outline"),
    ];
    for (const layer of layers) layer.addTo(map);
    return () => {
      for (const layer of layers) layer.remove();
    };
  }, [map, drawing]);
  return null;
}

/** A layer whose look is in the stylesheet. */
function layerOf(
  data: FeatureCollection,
  classOf: (properties: Record<string, unknown>) => string,
  attribution?: string,
) {
  const style = (feature?: Feature): PathOptions => ({ className: classOf(feature?.properties ?? {}) });
  return geoJSON(data, { style, interactive: false, attribution });
}

/** Bounds in Leaflet's order. */
export function leafletBounds([west, south, east, north]: Bounds): LatLngBoundsExpression {
  return [
    [south, west],
    [north, east],
  ];
}

/** Leaflet takes attributions for HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
