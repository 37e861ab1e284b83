import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { StartError } from "~/platform/start-error";

/** The folder of the portal this code belongs to, built or not: the one that holds `content/kurz`. */
export function projectFolder(): string {
  for (const start of [path.dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      if (existsSync(path.join(folder, "content", "kurz"))) return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new StartError("The folder content/kurz is missing: the portal's files are not complete.");
}

export function contentFolder(): string {
  return path.join(projectFolder(), "content");
}
