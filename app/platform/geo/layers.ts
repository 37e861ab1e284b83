import { DISTRICTS } from "./region";
import type { AreaFeature, District, Line, Municipality, Named } from "./types";
import type { Feature } from "geojson";

/** The layers an operator can import, named like their files without `.geojson`. */
export const LAYER_NAMES = [
  "uk-kraj",
  "uk-okresy",
  "uk-okresy-pip",
  "uk-obce",
  "uk-reky",
  "uk-zeleznice",
  "uk-vodni-plochy",
] as const;

export type LayerName = (typeof LAYER_NAMES)[number];

/** Without these there is nothing to put a place into. */
export const REQUIRED_LAYERS: readonly LayerName[] = ["uk-okresy", "uk-obce"];

/** A layer as it is kept: the file's own text, so that its hash says which file it was. */
export interface StoredLayer {
  name: LayerName;
  content: string;
  /** Attribution that must be shown with it. */
  sourceNote: string;
  sha256: string;
  importedAt: Date;
}

/** Where imported layers are kept. */
export interface LayerStore {
  /** Changes whenever the layers change; cheap. */
  fingerprint(): Promise<string>;
  read(): Promise<StoredLayer[]>;
  /** Puts these in place of all that were there, or changes nothing. */
  replaceAll(layers: readonly StoredLayer[]): Promise<void>;
}

export function isLayerName(name: string): name is LayerName {
  return LAYER_NAMES.some((known) => known === name);
}

/** Something wrong in a file, precise enough to be found with an editor. */
export interface LayerProblem {
  file: string;
  /** Index in `features`, counted from 0; null when the file as a whole is meant. */
  feature: number | null;
  property: string | null;
  reason: string;
}

export function describeProblem({ file, feature, property, reason }: LayerProblem): string {
  const where = [file, feature === null ? null : `features[${feature}]`, property].filter(
    (part) => part !== null,
  );
  return `${where.join(", ")}: ${reason}`;
}

/** Layers whose content was checked; the optional ones may be empty. */
export interface CheckedLayers {
  region: AreaFeature<District>[];
  districts: AreaFeature<District>[];
  /** Unsimplified; the drawn districts where none were imported. */
  exactDistricts: AreaFeature<District>[];
  municipalities: Municipality[];
  rivers: Feature<Line, Named>[];
  railways: Feature<Line, Named>[];
  waters: AreaFeature<Named>[];
}

export const DISTRICT_CODES: ReadonlySet<string> = new Set(DISTRICTS.map(({ code }) => code));
