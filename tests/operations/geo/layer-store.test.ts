import { beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "~/platform/db/index.server";
import { databaseLayerStore, forgetGeography, geography, importLayers } from "~/platform/geo/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { asFiles, makeLayers } from "../../rules/geo/layer-files";

const options = { now: new Date("2026-03-01T10:00:00Z"), attribution: "Zdroj" };

withTestDatabase();

beforeEach(async () => {
  await resetDatabase();
  forgetGeography();
});

describe("layers in the database", () => {
  test("without any, districts are schematic; an import replaces them, the next one replaces that", async () => {
    expect((await geography()).schematic).toBe(true);
    expect(await databaseLayerStore.fingerprint()).toBe("none");

    const layers = makeLayers();
    expect((await importLayers(asFiles(layers), databaseLayerStore, options)).ok).toBe(true);
    forgetGeography();
    const first = await geography();
    expect(first).toMatchObject({ schematic: false, attribution: "Zdroj" });
    expect(first.municipalities).toHaveLength(14);

    layers["uk-obce"].features.pop();
    const { "uk-okresy": districts, "uk-obce": municipalities } = layers;
    const files = asFiles({ "uk-okresy": districts, "uk-obce": municipalities });
    await importLayers(files, databaseLayerStore, options);
    expect(await db().geoLayer.count()).toBe(2);
    forgetGeography();
    const second = await geography();
    expect(second.municipalities).toHaveLength(13);
    expect(second.version).not.toBe(first.version);
  });

  test("stay as they were when an import is refused", async () => {
    await importLayers(asFiles(makeLayers()), databaseLayerStore, options);
    const before = await db().geoLayer.findMany();
    const bad = makeLayers();
    bad["uk-okresy"].features.pop();
    expect((await importLayers(asFiles(bad), databaseLayerStore, options)).ok).toBe(false);
    expect(await db().geoLayer.findMany()).toEqual(before);
  });

  test("once loaded, a geography can be asked for inside a transaction", async () => {
    const loaded = await geography();
    expect(await inTransaction(() => geography())).toBe(loaded);
  });
});
