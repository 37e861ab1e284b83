import { expect, test } from "vitest";
import { makeGeographySource } from "~/platform/geo/geography-source.server";
import { importLayers } from "~/platform/geo/import-layers.server";
import { asFiles, makeLayers, memoryStore } from "./layer-files";

const options = { now: new Date("2026-03-01T10:00:00Z"), attribution: "Zdroj" };
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

function setUp() {
  const store = memoryStore();
  const clock = { at: 0 };
  const failures: unknown[] = [];
  const source = makeGeographySource(store, {
    milliseconds: () => clock.at,
    failed: (error) => failures.push(error),
  });
  return { store, clock, failures, source };
}

test("an import by another process is noticed after a minute, without waiting for it", async () => {
  const { store, clock, source } = setUp();
  expect((await source.get()).schematic).toBe(true);
  await importLayers(asFiles(makeLayers()), store, options);
  clock.at = 59_000;
  expect((await source.get()).schematic).toBe(true);
  clock.at = 61_000;
  expect((await source.get()).schematic).toBe(true);
  await settle();
  expect((await source.get()).schematic).toBe(false);
});

test("after forgetting, the next call looks", async () => {
  const { store, source } = setUp();
  await source.get();
  await importLayers(asFiles(makeLayers()), store, options);
  source.forget();
  expect((await source.get()).schematic).toBe(false);
});

test("layers that did not change are not read again, and callers at once share one load", async () => {
  const { store, clock, source } = setUp();
  await importLayers(asFiles(makeLayers()), store, options);
  const [first, second] = await Promise.all([source.get(), source.get()]);
  expect(second).toBe(first);
  clock.at = 61_000;
  await source.get();
  await settle();
  expect(store.reads).toBe(1);
  expect(await source.get()).toBe(first);
});

test("a failed look keeps what there is; a failed first load is an error and is tried again", async () => {
  const { store, clock, failures, source } = setUp();
  const working = store.fingerprint;
  store.fingerprint = () => Promise.reject(new Error("database away"));
  await expect(source.get()).rejects.toThrow("database away");
  store.fingerprint = working;
  const geography = await source.get();
  store.fingerprint = () => Promise.reject(new Error("database away"));
  clock.at = 61_000;
  expect(await source.get()).toBe(geography);
  await settle();
  expect(failures).toHaveLength(1);
  expect(await source.get()).toBe(geography);
});
