import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Real boundaries, where this machine has them; comparisons with them exist only there. */
export const REAL_LAYERS = path.resolve("../shared/data/geo");
export const hasRealLayers = existsSync(path.join(REAL_LAYERS, "uk-okresy.geojson"));

export function realLayer(name: string): string {
  return readFileSync(path.join(REAL_LAYERS, `${name}.geojson`), "utf8");
}
