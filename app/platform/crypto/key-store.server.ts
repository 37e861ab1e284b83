import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { PortalConfig } from "../config.server";
import { config } from "../config.server";
import { StartError } from "../start-error";
import type { KeyRing } from "./key-ring";
import { formatKeyFile, newKeyRing, parseKeyFile, parsePortalKeys, withNewKey } from "./key-ring";

/**
 * Where the keys come from: `PORTAL_KEYS`, or `DATA_DIR/keys.json`, made at the first start. The file is looked
 * at again twice a minute and whenever an unknown key id is met, so a running process learns of a new key.
 */

const lookAgainMs = 30_000;

interface LoadedKeys {
  ring: KeyRing;
  from: PortalConfig;
  /** Modification time of keys.json; null for PORTAL_KEYS, which cannot change while the process runs. */
  fileTime: number | null;
  lookedAt: number;
}

let loaded: LoadedKeys | undefined;

/**
 * The keys of this portal.
 * @throws StartError when they are missing, unreadable or open to other users
 */
export function keyRing(): KeyRing {
  const settings = config();
  if (loaded?.from !== settings) loaded = load(settings);
  else if (loaded.fileTime !== null && performance.now() - loaded.lookedAt > lookAgainMs) lookAgain(loaded);
  return loaded.ring;
}

/**
 * Reads the keys, or makes them at the very first start, so that what is wrong with them is said at the start.
 * @throws StartError when they are missing, unreadable or open to other users
 */
export function setUpKeys(): void {
  keyRing();
}

/** The id of the current key and how many data keys there are, after a fresh look at keys.json. */
export function currentKeys(): { current: string; count: number } {
  reloadKeys();
  const { current, keys } = keyRing();
  return { current, count: keys.size };
}

/** Reads keys.json again if it has changed; says whether it had. */
export function reloadKeys(): boolean {
  const settings = config();
  if (loaded?.from !== settings) return false;
  return loaded.fileTime !== null && lookAgain(loaded);
}

/** Where the keys are kept: the variable, or the path of the file. */
export function keySource(): { kind: "variable" } | { kind: "file"; path: string } {
  const settings = config();
  return settings.portalKeys === null ? { kind: "file", path: keyFilePath(settings) } : { kind: "variable" };
}

/**
 * Adds a fresh current key to keys.json and starts using it.
 * @throws StartError with PORTAL_KEYS, which only the operator can change
 */
export function addKeyToFile(): KeyRing {
  const settings = config();
  if (settings.portalKeys !== null) throw new StartError("Keys from PORTAL_KEYS are changed by the operator");
  const file = keyFilePath(settings);
  const ring = withNewKey(readKeyFile(file) ?? createKeyFile(file));
  const draft = writeDraft(file, ring);
  renameSync(draft, file);
  loaded = load(settings);
  return loaded.ring;
}

function load(settings: PortalConfig): LoadedKeys {
  const lookedAt = performance.now();
  if (settings.portalKeys !== null) {
    return { ring: parsePortalKeys(settings.portalKeys), from: settings, fileTime: null, lookedAt };
  }
  if (settings.databaseUrl !== null && settings.mode === "production") {
    throw new StartError(
      "PORTAL_KEYS is missing: a portal with DATABASE_URL needs it; make a value with `npm run keys:new` and keep it safe",
    );
  }
  const file = keyFilePath(settings);
  const ring = readKeyFile(file) ?? createKeyFile(file);
  return { ring, from: settings, fileTime: statSync(file).mtimeMs, lookedAt };
}

function lookAgain(keys: LoadedKeys): boolean {
  const file = keyFilePath(keys.from);
  keys.lookedAt = performance.now();
  const fileTime = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (fileTime === undefined || fileTime === keys.fileTime) return false;
  const ring = readKeyFile(file);
  if (!ring) return false;
  keys.ring = ring;
  keys.fileTime = fileTime;
  return true;
}

function keyFilePath(settings: PortalConfig): string {
  return path.join(settings.dataDir, "keys.json");
}

function readKeyFile(file: string): KeyRing | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return null;
  // Windows has no such bits and reports 666 for every file.
  if (process.platform !== "win32" && (stat.mode & 0o077) !== 0) {
    const mode = (stat.mode & 0o777).toString(8);
    throw new StartError(
      `The keys in ${file} are open to other users (mode ${mode}): run \`chmod 600 ${file}\``,
    );
  }
  const ring = parseKeyFile(readText(file));
  if (!ring) throw new StartError(`The keys in ${file} cannot be read: restore the file from a backup`);
  return ring;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartError(`The keys in ${file} cannot be read (${errorCode(error)})`);
  }
}

/** A hard link appears whole or not at all, and only one of two processes that start together can make it. */
function createKeyFile(file: string): KeyRing {
  let draft: string | undefined;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const ring = newKeyRing();
    draft = writeDraft(file, ring);
    linkSync(draft, file);
    return ring;
  } catch (error) {
    const existing = errorCode(error) === "EEXIST" ? readKeyFile(file) : null;
    if (existing) return existing;
    throw new StartError(`The keys cannot be written to ${file} (${errorCode(error)})`);
  } finally {
    if (draft) rmSync(draft, { force: true });
  }
}

function writeDraft(file: string, ring: KeyRing): string {
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, formatKeyFile(ring));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
