/** What JSON can say. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/**
 * The value as the database will give it back: what JSON leaves out is left out, and characters a PostgreSQL
 * text cannot hold (zero, half of a surrogate pair) are replaced.
 */
export function storableJson(value: JsonObject): JsonObject {
  return mapText(JSON.parse(JSON.stringify(value)) as JsonObject, storableText) as JsonObject;
}

/** One text per value: keys sorted, no spaces. Whatever order a database keeps keys in, the text is the same. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

function mapText(value: JsonValue, map: (text: string) => string): JsonValue {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, map));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [map(key), mapText(item, map)]));
}

function storableText(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8").replaceAll("\0", "\uFFFD");
}
