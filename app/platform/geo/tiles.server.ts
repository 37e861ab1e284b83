import type { CachedTile, TileCache } from "./tile-cache.server";
import { isRegionTile, tileAddress, tileAt, type TileAddress } from "./tile-grid";
import type { TileServer, UpstreamTile } from "./tile-server.server";

/** What a route answers with, ready to be sent. */
export interface TileAnswer {
  /** 200 a picture, 204 no tile now (draw boundaries), 404 not a tile of the region's map. */
  status: 200 | 204 | 404;
  body: Uint8Array | null;
  contentType: string | null;
  cacheControl: string;
}

export interface Tiles {
  /** Parts of an address as they stand in the URL. Never throws for what a request can contain. */
  fetchTile(z: string | number, x: string | number, y: string | number): Promise<TileAnswer>;
  /**
   * Whether a map begun now should use tiles; answers within about a second and a half. Decides by
   * the one tile in the region's middle, from cache or server.
   */
  tilesAvailable(): Promise<boolean>;
  /** Resolves when no refresh is under way. */
  settled(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;
/** Up to this age a tile is served without a question, as the OpenStreetMap tile policy wants. */
const FRESH_MS = 7 * DAY;
/** Up to this age it is served at once and fetched anew behind it; older only when there is no other. */
const USABLE_MS = 30 * DAY;
const MISSING_MS = 60 * 60 * 1000;
const MISSING_KEPT = 2000;
const QUICK_MS = 1500;

const NOT_OURS: TileAnswer = none(404, "public, max-age=86400");
const NO_TILE: TileAnswer = none(204, "no-store");
const NO_SUCH_TILE: TileAnswer = none(204, "public, max-age=3600");

export interface TilesOptions {
  /** Null when tiles are switched off. */
  server: TileServer | null;
  cache: TileCache;
  milliseconds: () => number;
  /** The cache's folder cannot be read or written. */
  cacheFailed: (error: unknown) => void;
}

/** Tiles of the region through the portal's own server: no browser talks to the tile server. */
export function makeTiles({ server, cache, milliseconds, cacheFailed }: TilesOptions): Tiles {
  const answering = new Map<string, Promise<TileAnswer>>();
  const fetching = new Map<string, Promise<UpstreamTile>>();
  const missingUntil = new Map<string, number>();

  const fetchAndKeep = (upstream: TileServer, address: TileAddress): Promise<UpstreamTile> =>
    once(fetching, keyOf(address), async () => {
      const fetched = await upstream.fetch(address);
      if (fetched.kind === "tile") await cache.write(address, fetched.body).catch(cacheFailed);
      if (fetched.kind === "missing") rememberMissing(keyOf(address));
      return fetched;
    });

  const rememberMissing = (key: string) => {
    missingUntil.set(key, milliseconds() + MISSING_MS);
    const [oldest] = missingUntil.keys();
    if (missingUntil.size > MISSING_KEPT && oldest !== undefined) missingUntil.delete(oldest);
  };

  const answer = async (upstream: TileServer, address: TileAddress): Promise<TileAnswer> => {
    const cached = await cache.read(address).catch((error: unknown) => {
      cacheFailed(error);
      return null;
    });
    if (cached && cached.age <= FRESH_MS) return picture(cached, FRESH_MS - cached.age);
    if (cached && cached.age <= USABLE_MS) {
      void fetchAndKeep(upstream, address);
      return picture(cached, 0);
    }
    if ((missingUntil.get(keyOf(address)) ?? 0) > milliseconds())
      return cached ? picture(cached, 0) : NO_SUCH_TILE;
    const fetched = await fetchAndKeep(upstream, address);
    if (fetched.kind === "tile") return picture(fetched, FRESH_MS);
    if (cached) return picture(cached, 0);
    return fetched.kind === "missing" ? NO_SUCH_TILE : NO_TILE;
  };

  const fetchTile: Tiles["fetchTile"] = async (z, x, y) => {
    const address = tileAddress(z, x, y);
    if (!address || !isRegionTile(address)) return NOT_OURS;
    return server ? once(answering, keyOf(address), () => answer(server, address)) : NO_TILE;
  };

  return {
    fetchTile,
    async tilesAvailable() {
      if (!server?.mayAnswer()) return false;
      const middle = tileAt(9, 13.8, 50.55);
      const found = fetchTile(middle.z, middle.x, middle.y).then(({ status }) => status === 200);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), QUICK_MS);
      });
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },
    async settled() {
      await Promise.all([...answering.values(), ...fetching.values()]);
    },
  };
}

/** Shares one piece of work among all who ask for it while it runs. */
function once<T>(running: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const shared = running.get(key);
  if (shared) return shared;
  const started = work().finally(() => running.delete(key));
  running.set(key, started);
  return started;
}

const keyOf = ({ z, x, y }: TileAddress) => `${z}/${x}/${y}`;

function picture(
  { body, contentType }: Pick<CachedTile, "body" | "contentType">,
  freshMs: number,
): TileAnswer {
  // At least ten minutes: a map moved to and fro must not ask for every tile again.
  const seconds = Math.max(600, Math.floor(freshMs / 1000));
  return { status: 200, body, contentType, cacheControl: `public, max-age=${seconds}` };
}

function none(status: 204 | 404, cacheControl: string): TileAnswer {
  return { status, body: null, contentType: null, cacheControl };
}
