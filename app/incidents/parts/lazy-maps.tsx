import { lazy } from "react";

/**
 * The maps, each fetched when it is drawn for the first time: neither Leaflet nor its styles are on any page
 * without a map. They exist in the browser only; draw them after hydration, inside a Suspense.
 */

export const ClusterMap = lazy(async () => ({ default: (await import("./cluster-map.client")).ClusterMap }));

export const CountsMap = lazy(async () => ({ default: (await import("./counts-map.client")).CountsMap }));

export const PlacePicker = lazy(async () => ({
  default: (await import("./place-picker.client")).PlacePicker,
}));

export const PlaceMap = lazy(async () => ({ default: (await import("./place-map.client")).PlaceMap }));
