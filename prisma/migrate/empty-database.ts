import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";

const root = path.resolve(import.meta.dirname, "..", "..");

/** Folder for things that can be made again at any time. */
export const cacheFolder = path.join(root, "node_modules", ".cache", "mentor-portal");

/** An empty database in memory. Making one takes seconds, so the first is kept and copied. */
export async function openEmptyDatabase(): Promise<PGlite> {
  const packageFile = path.join(root, "node_modules", "@electric-sql", "pglite", "package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const file = path.join(cacheFolder, `empty-${version}.tar`);
  if (existsSync(file)) return PGlite.create({ loadDataDir: new Blob([await readFile(file)]) });
  const pglite = await PGlite.create();
  await keepDatabase(pglite, file);
  return pglite;
}

/** Writes the data of a database into a file, whole or not at all. */
export async function keepDatabase(pglite: PGlite, file: string): Promise<void> {
  await pglite.exec("CHECKPOINT");
  const dump = await pglite.dumpDataDir("none");
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, Buffer.from(await dump.arrayBuffer()));
  await rename(aside, file);
}
