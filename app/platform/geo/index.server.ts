import path from "node:path";
import { config } from "~/platform/config.server";
import { log } from "~/platform/log.server";
import { makeGeographySource } from "./geography-source.server";
import type { Geography } from "./geography";
import { databaseLayerStore } from "./layer-store.server";
import { makeTileCache } from "./tile-cache.server";
import { makeTileServer } from "./tile-server.server";
import { makeTiles, type TileAnswer, type Tiles } from "./tiles.server";

/** Geography: places, boundaries, clusters and tiles. Everything else in this folder is its inside. */

export { clusterPoints, parseBounds } from "./clusters";
export { roundedTo } from "./coarse-place";
export type { Geography } from "./geography";
export {
  DEFAULT_ATTRIBUTION,
  importLayers,
  readLayerFolder,
  type ImportResult,
  type ImportSummary,
} from "./import-layers.server";
export { databaseLayerStore } from "./layer-store.server";
export { describeProblem, type LayerProblem, type LayerStore, type StoredLayer } from "./layers";
export { aggregateWithMinimum, type SafeCounts } from "./minimum-counts";
export { DISTRICTS, districtByCode, REGION, REGION_BOUNDS } from "./region";
export type { TileAnswer } from "./tiles.server";
export type * from "./types";

const TILE_CACHE_BYTES = 500 * 1024 * 1024;

const source = makeGeographySource(databaseLayerStore, {
  milliseconds: Date.now,
  failed: (error) => log.warn({ err: error }, "map layers could not be looked up"),
});

/**
 * The region's places. Instant except for the first call in the process and the first after
 * `forgetGeography()`, which ask the database: ask outside transactions, before `inTransaction`.
 */
export function geography(): Promise<Geography> {
  return source.get();
}

/** After an import in this process; other processes notice within a minute. */
export function forgetGeography(): void {
  source.forget();
}

let tiles: { template: string | null; folder: string; tiles: Tiles } | undefined;

function currentTiles(): Tiles {
  const { mapTilesUrl: template, dataDir, publicUrl } = config();
  const folder = path.join(dataDir, "tiles");
  if (tiles?.template !== template || tiles.folder !== folder) {
    const milliseconds = Date.now;
    const server =
      template === null
        ? null
        : makeTileServer(template, {
            userAgent: `MentorPortal/0.1 (+${publicUrl})`,
            milliseconds,
            failed: (reason) => log.warn({ reason }, "the tile server does not answer, maps show boundaries"),
          });
    tiles = {
      template,
      folder,
      tiles: makeTiles({
        server,
        cache: makeTileCache(folder, template ?? "", { maxBytes: TILE_CACHE_BYTES, milliseconds }),
        milliseconds,
        cacheFailed: (error) => log.warn({ err: error }, "the tile cache cannot be used"),
      }),
    };
  }
  return tiles.tiles;
}

/** One tile of the region's base map; parts of the address as they stand in the URL. */
export function fetchTile(z: string | number, x: string | number, y: string | number): Promise<TileAnswer> {
  return currentTiles().fetchTile(z, x, y);
}

/** Whether a map begun now should show tiles, or drawn boundaries at once. */
export function tilesAvailable(): Promise<boolean> {
  return currentTiles().tilesAvailable();
}
