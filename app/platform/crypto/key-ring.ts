import { randomBytes } from "node:crypto";
import { z } from "zod";
import { StartError } from "../start-error";

/**
 * The keys of a portal: data keys by id, of which one is current (seals), the others only open; and the index
 * key, which stays the same for the life of the database because blind indexes and audit MACs depend on it.
 */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly index: Uint8Array;
}

const keyLength = 32;
const indexId = "index";
const keyId = /^[a-z0-9][a-z0-9-]{0,31}$/;
const keyText = /^[A-Za-z0-9+/]{43}=?$/;

/** A fresh random key id: eight hexadecimal digits. */
export function newKeyId(): string {
  return randomBytes(4).toString("hex");
}

/** A fresh random key: 32 bytes. */
export function newKey(): Uint8Array {
  return randomBytes(keyLength);
}

/** A ring for a new portal: one data key and an index key. */
export function newKeyRing(): KeyRing {
  const current = newKeyId();
  return { current, keys: new Map([[current, newKey()]]), index: newKey() };
}

/** The ring with a fresh key as the current one; the keys it had still open what they sealed. */
export function withNewKey(ring: KeyRing): KeyRing {
  let current = newKeyId();
  while (ring.keys.has(current)) current = newKeyId();
  return { ...ring, current, keys: new Map([[current, newKey()], ...ring.keys]) };
}

/** One entry of `PORTAL_KEYS`: `id:base64`. */
export function portalKeyEntry(id: string, key: Uint8Array): string {
  return `${id}:${Buffer.from(key).toString("base64")}`;
}

/** A ring as a value for `PORTAL_KEYS`, the current key first. */
export function formatPortalKeys(ring: KeyRing): string {
  const others = [...ring.keys].filter(([id]) => id !== ring.current);
  const ordered = [[ring.current, ring.keys.get(ring.current)!] as const, ...others];
  return [...ordered.map(([id, key]) => portalKeyEntry(id, key)), portalKeyEntry(indexId, ring.index)].join(
    ",",
  );
}

/**
 * Reads `PORTAL_KEYS`: `id:base64[,id:base64…],index:base64`; the first key is current.
 * @throws StartError naming the entry that is wrong, never its key
 */
export function parsePortalKeys(text: string): KeyRing {
  const keys = new Map<string, Uint8Array>();
  let index: Uint8Array | null = null;
  for (const [position, entry] of text
    .split(",")
    .map((part) => part.trim())
    .entries()) {
    const [id = "", value = ""] = entry.split(":", 2);
    const name = keyId.test(id) ? `key "${id}"` : `entry ${position + 1}`;
    if (!keyId.test(id)) throw wrongKeys(`${name} does not begin with an id (a-z, 0-9, -) and a colon`);
    const key = decodeKey(value);
    if (!key) throw wrongKeys(`${name} is not 32 bytes in base64`);
    if (keys.has(id) || (id === indexId && index)) throw wrongKeys(`${name} is there twice`);
    if (id === indexId) index = key;
    else keys.set(id, key);
  }
  const [current] = keys.keys();
  if (!current) throw wrongKeys("there is no data key");
  if (!index) throw wrongKeys('the entry "index" is missing');
  return { current, keys, index };
}

const keyFile = z.strictObject({
  current: z.string().regex(keyId),
  keys: z.record(z.string().regex(keyId), z.string().regex(keyText)),
  index: z.string().regex(keyText),
});

/** A ring as the text of `keys.json`. */
export function formatKeyFile(ring: KeyRing): string {
  const encoded = [...ring.keys].map(([id, key]) => [id, Buffer.from(key).toString("base64")]);
  const index = Buffer.from(ring.index).toString("base64");
  return `${JSON.stringify({ current: ring.current, keys: Object.fromEntries(encoded), index }, null, 2)}\n`;
}

/** Reads the text of `keys.json`; null when it is not such a file. */
export function parseKeyFile(text: string): KeyRing | null {
  const parsed = keyFile.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { current, index } = parsed.data;
  const keys = new Map(Object.entries(parsed.data.keys).map(([id, key]) => [id, Buffer.from(key, "base64")]));
  return keys.has(current) && !keys.has(indexId)
    ? { current, keys, index: Buffer.from(index, "base64") }
    : null;
}

function decodeKey(text: string): Uint8Array | null {
  if (!keyText.test(text)) return null;
  const bytes = Buffer.from(text, "base64");
  return bytes.length === keyLength ? bytes : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wrongKeys(reason: string): StartError {
  return new StartError(`Invalid configuration: PORTAL_KEYS: ${reason}`);
}
