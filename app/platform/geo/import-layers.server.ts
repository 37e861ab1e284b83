import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { checkLayers } from "./check-layers";
import { isLayerName, type LayerName, type LayerProblem, type LayerStore } from "./layers";

export interface LayerFile {
  name: LayerName;
  text: string;
}

/** Larger files are something else: the whole region unsimplified has less than 1 MB. */
export const MAX_LAYER_BYTES = 20 * 1024 * 1024;

/** Shown with layers whose folder says nothing about their source. */
export const DEFAULT_ATTRIBUTION = "Hranice a vodstvo © ČÚZK (RÚIAN, Data200), CC BY 4.0; obyvatelé: ČSÚ";

export interface LayerFolder {
  files: LayerFile[];
  /** GeoJSON files that are not a layer of the map. */
  ignored: string[];
  problems: LayerProblem[];
  /** What the folder's README.md says after "Attribution", in backquotes. */
  attribution: string | null;
}

/** Reads the layers of a folder; files that cannot be read are among the problems. */
export async function readLayerFolder(
  directory: string,
  { maxBytes = MAX_LAYER_BYTES }: { maxBytes?: number } = {},
): Promise<LayerFolder> {
  const folder: LayerFolder = { files: [], ignored: [], problems: [], attribution: null };
  const wrong = (file: string, reason: string) =>
    folder.problems.push({ file, feature: null, property: null, reason });
  let names: string[];
  try {
    names = await readdir(directory);
  } catch (error) {
    wrong(directory, `is not a folder that can be read (${codeOf(error)})`);
    return folder;
  }
  for (const file of names.filter((name) => name.endsWith(".geojson")).sort()) {
    const name = file.slice(0, -".geojson".length);
    if (!isLayerName(name)) {
      folder.ignored.push(file);
      continue;
    }
    try {
      const { size } = await stat(path.join(directory, file));
      if (size > maxBytes) {
        wrong(file, `has ${megabytes(size)}; the most that is read is ${megabytes(maxBytes)}`);
        continue;
      }
      const bytes = await readFile(path.join(directory, file));
      folder.files.push({ name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
    } catch (error) {
      wrong(file, error instanceof TypeError ? "is not UTF-8 text" : `cannot be read (${codeOf(error)})`);
    }
  }
  if (names.includes("README.md")) {
    const readme = await readFile(path.join(directory, "README.md"), "utf8").catch(() => "");
    folder.attribution = /attribution[^`\n]*`([^`\n]{1,300})`/i.exec(readme)?.[1] ?? null;
  }
  return folder;
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export interface ImportSummary {
  layers: { name: LayerName; features: number }[];
  districts: number;
  municipalities: number;
  population: number;
}

export type ImportResult = { ok: true; summary: ImportSummary } | { ok: false; problems: LayerProblem[] };

/**
 * Checks all files and, only when all are right, puts them in place of the layers kept so far.
 * A layer that is not among the files is gone afterwards: layers of two imports are never mixed.
 */
export async function importLayers(
  files: readonly LayerFile[],
  store: LayerStore,
  { now, attribution }: { now: Date; attribution: string },
): Promise<ImportResult> {
  const { layers, problems } = checkLayers(new Map(files.map(({ name, text }) => [name, text])));
  if (problems.length > 0) return { ok: false, problems };
  await store.replaceAll(
    files.map(({ name, text }) => ({
      name,
      content: text,
      sourceNote: attribution,
      sha256: createHash("sha256").update(text).digest("hex"),
      importedAt: now,
    })),
  );
  const counts: Record<LayerName, number> = {
    "uk-kraj": layers.region.length,
    "uk-okresy": layers.districts.length,
    "uk-okresy-pip": layers.exactDistricts.length,
    "uk-obce": layers.municipalities.length,
    "uk-reky": layers.rivers.length,
    "uk-zeleznice": layers.railways.length,
    "uk-vodni-plochy": layers.waters.length,
  };
  return {
    ok: true,
    summary: {
      layers: files.map(({ name }) => ({ name, features: counts[name] })),
      districts: layers.districts.length,
      municipalities: layers.municipalities.length,
      population: layers.municipalities.reduce((sum, { population }) => sum + population, 0),
    },
  };
}
