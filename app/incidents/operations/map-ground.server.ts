import { geography, type Geography } from "~/platform/geo/index.server";

let made: { of: Geography; json: string } | undefined;

/** Drawn boundaries and towns (the most populous first) as JSON text, and a version that changes with them. */
export async function readMapGround(): Promise<{ json: string; version: string }> {
  const known = await geography();
  if (made?.of !== known) made = { of: known, json: groundJson(known) };
  return { json: made.json, version: known.version };
}

function groundJson({ drawingJson, municipalities }: Geography): string {
  const towns = municipalities
    .toSorted((a, b) => b.population - a.population || a.code.localeCompare(b.code))
    .map(({ name, lat, lon, population }) => ({ name, lat, lon, population }));
  return `{"drawing":${drawingJson},"towns":${JSON.stringify(towns)}}`;
}
