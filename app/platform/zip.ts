import { zipSync } from "fflate";

/** A file of an archive; the name is its path with `/`. */
export interface ArchivedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Packs files in the order given. Every file bears the same, meaningless time and no attributes, so that the
 * same files give the same bytes on every machine.
 */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array {
  // The format keeps wall-clock time without a zone: midnight here is midnight everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { level: 6, mtime, os: 0, attrs: 0 }]])),
  );
}
