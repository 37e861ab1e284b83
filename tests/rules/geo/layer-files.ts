import type { LayerFile } from "~/platform/geo/import-layers.server";
import type { LayerName, LayerStore, StoredLayer } from "~/platform/geo/layers";
import { DISTRICTS } from "~/platform/geo/region";
import type { Position } from "geojson";

/** A region of seven square districts side by side, half a degree wide, each with two municipalities. */

export interface EditableFeature {
  type: string;
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

export interface EditableLayer {
  type: string;
  features: EditableFeature[];
}

const LEFT = 12;
const BOTTOM = 50;
const SIDE = 0.5;

function square(west: number): Position[] {
  const east = west + SIDE;
  const top = BOTTOM + SIDE;
  return [
    [west, BOTTOM],
    [east, BOTTOM],
    [east, top],
    [west, top],
    [west, BOTTOM],
  ];
}

const feature = (
  properties: Record<string, unknown>,
  type: string,
  coordinates: unknown,
): EditableFeature => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});

/** Fresh layers that an import accepts, to be spoilt by a test. */
export function makeLayers(): Record<"uk-okresy" | "uk-obce" | "uk-reky", EditableLayer> {
  const collection = (features: EditableFeature[]): EditableLayer => ({
    type: "FeatureCollection",
    features,
  });
  return {
    "uk-okresy": collection(
      DISTRICTS.map(({ code, name }, index) =>
        feature({ code, name }, "Polygon", [square(LEFT + index * SIDE)]),
      ),
    ),
    "uk-obce": collection(
      DISTRICTS.flatMap(({ code, name }, index) =>
        [0, 1].map((which) =>
          feature(
            {
              code: String(500000 + index * 10 + which),
              name: which === 0 ? name : `${name}-Ves`,
              districtCode: code,
              districtName: name,
              population: which === 0 ? 10000 : 500,
            },
            "Point",
            [LEFT + index * SIDE + 0.1 + which * 0.3, BOTTOM + 0.25],
          ),
        ),
      ),
    ),
    "uk-reky": collection([
      feature({ name: "Řeka" }, "LineString", [
        [12.1, 50.1],
        [13, 50.2],
      ]),
    ]),
  };
}

export function asFiles(layers: Partial<Record<LayerName, EditableLayer>>): LayerFile[] {
  return Object.entries(layers).map(([name, layer]) => ({
    name: name as LayerName,
    text: JSON.stringify(layer),
  }));
}

export interface MemoryStore extends LayerStore {
  layers: StoredLayer[];
  reads: number;
}

export function memoryStore(): MemoryStore {
  const store: MemoryStore = {
    layers: [],
    reads: 0,
    fingerprint: async () => store.layers.map(({ name, sha256 }) => name + sha256).join() || "none",
    read: async () => {
      store.reads += 1;
      return store.layers;
    },
    replaceAll: async (layers) => {
      store.layers = [...layers];
    },
  };
  return store;
}
