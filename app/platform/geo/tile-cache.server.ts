import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { TileAddress } from "./tile-grid";
import { imageType } from "./tile-image";

export interface CachedTile {
  body: Uint8Array;
  contentType: string;
  /** Milliseconds since it was fetched. */
  age: number;
}

export interface TileCache {
  read(address: TileAddress): Promise<CachedTile | null>;
  write(address: TileAddress, body: Uint8Array): Promise<void>;
}

/** A file half written by a process that died is worth nothing after this time. */
const ABANDONED_MS = 60 * 60 * 1000;

/**
 * Tiles on disk: one file each, whose time of change is the time it was fetched. Files are put in
 * place whole, so several processes may share the folder. When all tiles together exceed
 * `maxBytes`, the oldest go first until a tenth is free again.
 *
 * @param template address the tiles come from; each has a folder of its own
 */
export function makeTileCache(
  folder: string,
  template: string,
  { maxBytes, milliseconds }: { maxBytes: number; milliseconds: () => number },
): TileCache {
  const own = path.join(folder, createHash("sha256").update(template).digest("hex").slice(0, 12));
  const fileOf = ({ z, x, y }: TileAddress) => path.join(own, String(z), String(x), String(y));
  /** Size as far as this process knows; unknown until first counted. */
  let bytes: number | undefined;
  let trimming: Promise<void> | undefined;

  const trim = async () => {
    const files = await listFiles(folder);
    bytes = files.reduce((sum, { size }) => sum + size, 0);
    const surplus = bytes > maxBytes ? bytes - maxBytes * 0.9 : 0;
    let freed = 0;
    for (const file of files.sort((a, b) => a.modified - b.modified)) {
      const abandoned = file.path.endsWith(".part") && milliseconds() - file.modified > ABANDONED_MS;
      if (freed >= surplus && !abandoned) continue;
      await rm(file.path, { force: true });
      freed += file.size;
    }
    bytes -= freed;
  };
  const trimOnce = () =>
    (trimming ??= trim().finally(() => {
      trimming = undefined;
    }));

  return {
    async read(address) {
      try {
        const file = fileOf(address);
        const [body, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
        const contentType = imageType(body);
        return contentType ? { body, contentType, age: Math.max(0, milliseconds() - mtimeMs) } : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async write(address, body) {
      const file = fileOf(address);
      const part = `${file}.${randomUUID()}.part`;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(part, body);
      await rename(part, file);
      if (bytes !== undefined) bytes += body.length;
      if (bytes === undefined || bytes > maxBytes) await trimOnce();
    },
  };
}

async function listFiles(folder: string): Promise<{ path: string; size: number; modified: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: { path: string; size: number; modified: number }[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    try {
      const { size, mtimeMs } = await stat(file);
      files.push({ path: file, size, modified: mtimeMs });
    } catch (error) {
      // Another process may be clearing the same folder.
      if (!isMissing(error)) throw error;
    }
  }
  return files;
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
