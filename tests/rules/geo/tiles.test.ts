import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRegionTile, tileAddress, tileAt } from "~/platform/geo/tile-grid";
import { makeTileCache } from "~/platform/geo/tile-cache.server";
import { makeTileServer } from "~/platform/geo/tile-server.server";
import { makeTiles } from "~/platform/geo/tiles.server";

const DAY = 24 * 60 * 60 * 1000;
const PICTURE = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(992, 1),
]);
const MOST = tileAt(12, 13.64, 50.5);

let folder: string;
let upstream: Server;
let answer: RequestListener;
let asked: { url: string; agent: string | undefined }[];
let failures: string[];
let clock: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tiles-"));
  asked = [];
  failures = [];
  clock = Date.now();
  answer = (_, response) => response.end(PICTURE);
  upstream = createServer((request, response) => {
    asked.push({ url: request.url ?? "", agent: request.headers["user-agent"] });
    answer(request, response);
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function template(): string {
  return `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/{z}/{x}/{y}.png`;
}

function setUp({
  from = template(),
  maxBytes = 1e9,
  timeoutMs = 300,
  waiting = 60,
  cacheFolder = folder,
} = {}) {
  const milliseconds = () => clock;
  return makeTiles({
    server: makeTileServer(from, {
      userAgent: "Portal (+https://portal.test)",
      milliseconds,
      failed: (reason) => failures.push(reason),
      timeoutMs,
      waiting,
    }),
    cache: makeTileCache(cacheFolder, from, { maxBytes, milliseconds }),
    milliseconds,
    cacheFailed: (error) => failures.push(String(error)),
  });
}

const fetchAt = (tiles: ReturnType<typeof setUp>, { z, x, y } = MOST) => tiles.fetchTile(z, x, y);
const neighbours = (count: number) =>
  Array.from({ length: count }, (_, index) => tileAt(14, 13.3 + index * 0.03, 50.5));

async function cachedFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function makeOlder(days: number): Promise<void> {
  const then = new Date(clock - days * DAY);
  for (const file of await cachedFiles()) await utimes(file, then, then);
}

describe("addresses", () => {
  test("only plain whole numbers inside the grid are tiles", () => {
    expect(tileAddress("12", "2200", "1380")).toEqual({ z: 12, x: 2200, y: 1380 });
    for (const wrong of ["", "-1", "1.5", "1e1", " 1", "0x1", "../1", "1%2f", "999999999999", "٣"]) {
      expect(tileAddress("12", wrong, "5"), wrong).toBeNull();
      expect(tileAddress(wrong, "1", "1"), wrong).toSatisfy((address) => address === null || wrong === "1");
    }
    expect(tileAddress(3, 8, 0)).toBeNull();
  });

  test("only tiles of the region and of useful zooms are served", () => {
    expect(tileAt(7, 13.8, 50.6)).toEqual({ z: 7, x: 68, y: 43 });
    expect(isRegionTile(tileAt(12, 13.64, 50.5))).toBe(true);
    expect(isRegionTile(tileAt(12, 16.6, 49.2))).toBe(false);
    expect(isRegionTile(tileAt(6, 13.64, 50.5))).toBe(false);
    expect(isRegionTile(tileAt(18, 13.64, 50.5))).toBe(false);
  });
});

describe("tiles", () => {
  test("are fetched once, with the portal's name, and then come from the cache", async () => {
    const tiles = setUp();
    const first = await fetchAt(tiles);
    expect(first).toMatchObject({
      status: 200,
      contentType: "image/png",
      cacheControl: "public, max-age=604800",
    });
    expect(Buffer.from(first.body ?? [])).toEqual(PICTURE);
    expect((await fetchAt(setUp())).body).toEqual(PICTURE);
    expect(asked).toEqual([{ url: `/12/${MOST.x}/${MOST.y}.png`, agent: "Portal (+https://portal.test)" }]);
    expect(await cachedFiles()).toHaveLength(1);
  });

  test("outside the region are 404 and ask nobody", async () => {
    const tiles = setUp();
    expect(await fetchAt(tiles, tileAt(12, 16.6, 49.2))).toMatchObject({ status: 404, body: null });
    expect(await tiles.fetchTile("12", "..", "5")).toMatchObject({ status: 404 });
    expect(asked).toEqual([]);
  });

  test("asked for at once are one request", async () => {
    const tiles = setUp();
    const answers = await Promise.all([fetchAt(tiles), fetchAt(tiles), fetchAt(tiles)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(asked).toHaveLength(1);
  });

  test("are fetched at most two at a time", async () => {
    let running = 0;
    let most = 0;
    answer = (_, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running -= 1;
        response.end(PICTURE);
      }, 15);
    };
    const tiles = setUp();
    const answers = await Promise.all(neighbours(12).map((address) => fetchAt(tiles, address)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(most).toBe(2);
  });

  test("beyond the queue are refused at once instead of piling up", async () => {
    const tiles = setUp({ waiting: 3 });
    await fetchAt(tiles);
    const answers = await Promise.all(neighbours(12).map((address) => fetchAt(tiles, address)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(7);
    expect(failures).toEqual([]);
  });

  test("older than a week are served and fetched anew behind", async () => {
    await fetchAt(setUp());
    await makeOlder(8);
    const tiles = setUp();
    expect(await fetchAt(tiles)).toMatchObject({ status: 200, cacheControl: "public, max-age=600" });
    await tiles.settled();
    expect(asked).toHaveLength(2);
    expect(await fetchAt(tiles)).toMatchObject({
      status: 200,
      cacheControl: expect.stringMatching(/max-age=60\d{4}/),
    });
    expect(asked).toHaveLength(2);
  });

  test("older than a month are fetched first, and still served when that fails", async () => {
    await fetchAt(setUp());
    await makeOlder(40);
    answer = (_, response) => response.writeHead(500).end();
    expect(await fetchAt(setUp())).toMatchObject({ status: 200, cacheControl: "public, max-age=600" });
    expect(asked).toHaveLength(2);
  });

  test("of another template are not mixed with these", async () => {
    await fetchAt(setUp());
    await fetchAt(setUp({ from: template().replace("{z}", "other/{z}") }));
    expect(asked).toHaveLength(2);
  });

  test("that the server has not are not asked for again, and the server stays in use", async () => {
    answer = (request, response) =>
      request.url?.startsWith("/12/") ? response.writeHead(404).end() : response.end(PICTURE);
    const tiles = setUp();
    expect(await fetchAt(tiles)).toMatchObject({ status: 204, cacheControl: "public, max-age=3600" });
    expect(await fetchAt(tiles)).toMatchObject({ status: 204 });
    expect(asked).toHaveLength(1);
    expect(await fetchAt(tiles, neighbours(1)[0])).toMatchObject({ status: 200 });
    clock += 2 * 60 * 60 * 1000;
    await fetchAt(tiles);
    expect(asked).toHaveLength(3);
  });

  test("are served though they cannot be kept", async () => {
    const tiles = setUp({ cacheFolder: "/dev/null/tiles" });
    expect(await fetchAt(tiles)).toMatchObject({ status: 200 });
    expect(failures).toHaveLength(1);
  });

  test("switched off are none at all", async () => {
    const milliseconds = () => clock;
    const cache = makeTileCache(folder, "", { maxBytes: 1, milliseconds });
    const tiles = makeTiles({ server: null, cache, milliseconds, cacheFailed: () => undefined });
    expect(await fetchAt(tiles)).toMatchObject({ status: 204 });
    expect(await tiles.tilesAvailable()).toBe(false);
  });
});

describe("a tile server that fails", () => {
  test.each<[string, RequestListener]>([
    ["answers with an error", (_, response) => response.writeHead(503).end()],
    [
      "sends elsewhere",
      (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    ],
    ["sends a page", (_, response) => response.end("<html>Sign in to the hotel network</html>")],
    ["sends too much", (_, response) => response.end(Buffer.concat([PICTURE, Buffer.alloc(1024 * 1024)]))],
    ["breaks off", (_, response) => response.destroy()],
    ["says nothing", () => undefined],
  ])("%s: asked once a minute, by one request", async (_, behaviour) => {
    answer = behaviour;
    const tiles = setUp();
    const answers = await Promise.all(neighbours(6).map((address) => fetchAt(tiles, address)));
    for (const given of answers)
      expect(given).toMatchObject({ status: 204, body: null, cacheControl: "no-store" });
    expect(asked).toHaveLength(1);
    clock += 59_000;
    await fetchAt(tiles);
    expect(await tiles.tilesAvailable()).toBe(false);
    expect(asked).toHaveLength(1);
    clock += 2_000;
    await Promise.all(neighbours(6).map((address) => fetchAt(tiles, address)));
    expect(asked).toHaveLength(2);
    expect(failures).toHaveLength(2);
    expect(await cachedFiles()).toEqual([]);
  });

  test("is used again when it recovers", async () => {
    answer = (_, response) => response.writeHead(503).end();
    const tiles = setUp();
    await fetchAt(tiles);
    answer = (_, response) => response.end(PICTURE);
    clock += 61_000;
    const answers = await Promise.all(neighbours(6).map((address) => fetchAt(tiles, address)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  test("drops those waiting for their turn when it begins to fail", async () => {
    const tiles = setUp();
    await fetchAt(tiles);
    answer = (_, response) => void setTimeout(() => response.writeHead(500).end(), 10);
    await Promise.all(neighbours(12).map((address) => fetchAt(tiles, address)));
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test("is not there: no error, no tile", async () => {
    const tiles = setUp({ from: "http://127.0.0.1:1023/{z}/{x}/{y}" });
    expect(await fetchAt(tiles)).toMatchObject({ status: 204 });
    expect(failures[0]).toContain("ECONNREFUSED");
  });
});

describe("tilesAvailable", () => {
  test("is true with a working server, false with a broken one", async () => {
    expect(await setUp().tilesAvailable()).toBe(true);
    expect(await setUp({ from: "http://127.0.0.1:1023/{z}/{x}/{y}" }).tilesAvailable()).toBe(false);
  });

  test("does not wait for a server that keeps silent", async () => {
    answer = () => undefined;
    const tiles = setUp({ timeoutMs: 3000 });
    const began = performance.now();
    expect(await tiles.tilesAvailable()).toBe(false);
    expect(performance.now() - began).toBeLessThan(2500);
  });
});

test("the cache throws out the oldest tiles when it is full", async () => {
  const milliseconds = () => clock;
  const cache = makeTileCache(folder, template(), { maxBytes: 10 * PICTURE.length, milliseconds });
  const addresses = neighbours(12);
  for (const [index, address] of addresses.entries()) {
    await cache.write(address, PICTURE);
    const newest = (await cachedFiles()).find((file) => file.endsWith(`${address.x}/${address.y}`));
    const then = new Date(clock - (100 - index) * 1000);
    if (newest) await utimes(newest, then, then);
  }
  const kept = await Promise.all(addresses.map((address) => cache.read(address)));
  expect(kept.filter((tile) => tile !== null).length).toBeLessThanOrEqual(10);
  expect(kept[0]).toBeNull();
  expect(kept.at(-1)).toMatchObject({ contentType: "image/png" });
  expect((await cachedFiles()).filter((file) => file.endsWith(".part"))).toEqual([]);
});
