import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importLayers, readLayerFolder } from "~/platform/geo/import-layers.server";
import { describeProblem } from "~/platform/geo/layers";
import { asFiles, makeLayers, memoryStore } from "./layer-files";

const now = new Date("2026-03-01T10:00:00Z");
const options = { now, attribution: "Zdroj" };

type Layers = ReturnType<typeof makeLayers>;

/** What an import says to layers spoilt by `spoil`; it must leave the store as it was. */
async function problemsAfter(spoil: (layers: Layers) => void): Promise<string[]> {
  const store = memoryStore();
  await importLayers(asFiles(makeLayers()), store, options);
  const before = structuredClone(store.layers);
  const layers = makeLayers();
  spoil(layers);
  const result = await importLayers(asFiles(layers), store, options);
  expect(store.layers).toEqual(before);
  return result.ok ? [] : result.problems.map(describeProblem);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

describe("import of good layers", () => {
  test("stores them with source, hash and time, and counts them", async () => {
    const store = memoryStore();
    const result = await importLayers(asFiles(makeLayers()), store, options);
    expect(result).toEqual({
      ok: true,
      summary: {
        layers: [
          { name: "uk-okresy", features: 7 },
          { name: "uk-obce", features: 14 },
          { name: "uk-reky", features: 1 },
        ],
        districts: 7,
        municipalities: 14,
        population: 73500,
      },
    });
    expect(store.layers).toHaveLength(3);
    expect(store.layers[0]).toMatchObject({ name: "uk-okresy", sourceNote: "Zdroj", importedAt: now });
    expect(store.layers[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a second import replaces the first, also what is no longer there", async () => {
    const store = memoryStore();
    await importLayers(asFiles(makeLayers()), store, options);
    const { "uk-okresy": districts, "uk-obce": municipalities } = makeLayers();
    municipalities.features.pop();
    const result = await importLayers(
      asFiles({ "uk-okresy": districts, "uk-obce": municipalities }),
      store,
      options,
    );
    expect(result.ok && result.summary.municipalities).toBe(13);
    expect(store.layers.map(({ name }) => name)).toEqual(["uk-okresy", "uk-obce"]);
  });

  test("accepts a byte order mark, heights and a point a little outside simplified boundaries", async () => {
    const layers = makeLayers();
    at(layers["uk-obce"].features, 0).geometry.coordinates = [11.995, 50.25, 312];
    const files = asFiles(layers).map((file) => ({ ...file, text: `\uFEFF${file.text}` }));
    expect((await importLayers(files, memoryStore(), options)).ok).toBe(true);
  });
});

describe("import of bad layers changes nothing and says why", () => {
  test.each<[string, (layers: Layers) => void, RegExp]>([
    [
      "not a collection",
      (layers) => (layers["uk-obce"].type = "Feature"),
      /^uk-obce\.geojson: is not a GeoJSON FeatureCollection$/,
    ],
    ["no features", (layers) => (layers["uk-reky"].features = []), /^uk-reky\.geojson: has no features$/],
    [
      "swapped coordinates",
      (layers) => (at(layers["uk-obce"].features, 3).geometry.coordinates = [50.25, 12.9]),
      /^uk-obce\.geojson, features\[3\], geometry: latitude and longitude are swapped.*\[50\.25,12\.9\]$/,
    ],
    [
      "metres instead of degrees",
      (layers) => (at(layers["uk-obce"].features, 3).geometry.coordinates = [-760000, -980000]),
      /features\[3\], geometry: \[-760000,-980000\] is not in or near the Czech Republic/,
    ],
    [
      "open ring",
      (layers) => {
        const ring = at(makeLayers()["uk-okresy"].features, 2).geometry.coordinates as number[][][];
        at(layers["uk-okresy"].features, 2).geometry.coordinates = [
          [...at(ring, 0).slice(0, -1), [13.2, 50.3]],
        ];
      },
      /^uk-okresy\.geojson, features\[2\], geometry: ring 0 is not closed: begins at \[13,50\], ends at \[13\.2,50\.3\]$/,
    ],
    [
      "ring without area",
      (layers) => {
        const flat = [13, 13.1, 13.2, 13].map((lon) => [lon, 50]);
        at(layers["uk-okresy"].features, 2).geometry.coordinates = [flat];
      },
      /ring 0 has no area/,
    ],
    [
      "wrong kind of geometry",
      (layers) => (at(layers["uk-okresy"].features, 0).geometry.type = "Point"),
      /^uk-okresy\.geojson, features\[0\], geometry: must be Polygon or MultiPolygon, is "Point"$/,
    ],
    [
      "nested nonsense",
      (layers) => (at(layers["uk-okresy"].features, 0).geometry.coordinates = [[["a", null], [], {}, 4]]),
      /features\[0\], geometry: a position must be \[longitude, latitude\], is \["a",null\]$/,
    ],
    [
      "repeated municipality",
      (layers) => (at(layers["uk-obce"].features, 5).properties.code = "500000"),
      /^uk-obce\.geojson, features\[5\], code: "500000" is already used by features\[0\]$/,
    ],
    [
      "repeated district",
      (layers) => (at(layers["uk-okresy"].features, 5).properties.code = "CZ0421"),
      /^uk-okresy\.geojson, features\[5\], code: "CZ0421" is already used by features\[0\]$/,
    ],
    [
      "missing district",
      (layers) => layers["uk-okresy"].features.splice(4, 1),
      /^uk-okresy\.geojson, code: the district CZ0425 Most is missing$/,
    ],
    [
      "district of another region",
      (layers) => (at(layers["uk-okresy"].features, 5).properties.code = "CZ0201"),
      /features\[5\], code: CZ0201 is not a district of Ústecký kraj$/,
    ],
    [
      "municipality of an unknown district",
      (layers) => (at(layers["uk-obce"].features, 1).properties.districtCode = "CZ0999"),
      /^uk-obce\.geojson, features\[1\], districtCode: "CZ0999" is not among the districts/,
    ],
    [
      "municipality in no district",
      (layers) => (at(layers["uk-obce"].features, 1).geometry.coordinates = [12.4, 51]),
      /^uk-obce\.geojson, features\[1\], geometry: lies in no district, 55\.6 km outside its district CZ0421 Děčín$/,
    ],
    [
      "municipality in another district",
      (layers) => (at(layers["uk-obce"].features, 1).geometry.coordinates = [14.25, 50.25]),
      /features\[1\], geometry: lies in CZ0425 Most, .* km outside its district CZ0421 Děčín$/,
    ],
    [
      "missing property",
      (layers) => delete at(layers["uk-obce"].features, 2).properties.name,
      /^uk-obce\.geojson, features\[2\], name: must be a text of 1 to 200 characters, is missing$/,
    ],
    [
      "number as text",
      (layers) => (at(layers["uk-obce"].features, 2).properties.population = "500"),
      /features\[2\], population: must be a whole number of at least 0, is "500"$/,
    ],
    [
      "code as number",
      (layers) => (at(layers["uk-obce"].features, 2).properties.code = 500010),
      /features\[2\], code: must be a code like "567027", is 500010$/,
    ],
  ])("%s", async (_, spoil, message) => {
    const problems = await problemsAfter(spoil);
    expect(
      problems.find((problem) => message.test(problem)),
      problems.join("\n"),
    ).toBeDefined();
  });

  test("null features and properties are said, not tripped over", async () => {
    const text = JSON.stringify({
      type: "FeatureCollection",
      features: [null, 7, { type: "Feature", properties: null }],
    });
    const files = asFiles(makeLayers()).map((file) => (file.name === "uk-reky" ? { ...file, text } : file));
    const result = await importLayers(files, memoryStore(), options);
    expect(result.ok ? [] : result.problems.map(describeProblem)).toEqual([
      "uk-reky.geojson, features[0]: is not a GeoJSON Feature",
      "uk-reky.geojson, features[1]: is not a GeoJSON Feature",
      "uk-reky.geojson, features[2], geometry: must be LineString or MultiLineString, is missing",
    ]);
  });

  test("no JSON, and a needed layer missing: all problems at once", async () => {
    const result = await importLayers([{ name: "uk-obce", text: '{"type": ' }], memoryStore(), options);
    const problems = result.ok ? [] : result.problems.map(describeProblem);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toBe("uk-okresy.geojson: is missing and is needed");
    expect(problems[1]).toMatch(/^uk-obce\.geojson: is not JSON \(.+\)$/);
  });
});

describe("reading a folder", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "geo-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (name: string, content: string | Buffer) => writeFile(path.join(folder, name), content);

  test("takes known layers, names the others, and the attribution of its README", async () => {
    await write("uk-obce.geojson", "{}");
    await write("uk-orp.geojson", "{}");
    await write("README.md", "Text.\nAttribution to show with it: `Hranice © Úřad, CC BY 4.0`.\n");
    const read = await readLayerFolder(folder);
    expect(read).toEqual({
      files: [{ name: "uk-obce", text: "{}" }],
      ignored: ["uk-orp.geojson"],
      problems: [],
      attribution: "Hranice © Úřad, CC BY 4.0",
    });
  });

  test("refuses a missing folder, a file instead of one, huge files and other encodings", async () => {
    const reasons = async (directory: string, maxBytes?: number) =>
      (await readLayerFolder(directory, maxBytes ? { maxBytes } : {})).problems.map(describeProblem);
    const missing = path.join(folder, "nowhere");
    expect(await reasons(missing)).toEqual([`${missing}: is not a folder that can be read (ENOENT)`]);
    await write("uk-obce.geojson", Buffer.from([0x7b, 0xe9, 0x7d]));
    expect(await reasons(folder)).toEqual(["uk-obce.geojson: is not UTF-8 text"]);
    expect(await reasons(path.join(folder, "uk-obce.geojson"))).toHaveLength(1);
    await write("uk-obce.geojson", Buffer.alloc(3 * 1024 * 1024, 32));
    expect(await reasons(folder, 2 * 1024 * 1024)).toEqual([
      "uk-obce.geojson: has 3.0 MB; the most that is read is 2.0 MB",
    ]);
  });
});
