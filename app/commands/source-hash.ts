import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const places = [
  "app",
  "content",
  "prisma",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
];
const made = path.join("app", "platform", "db", "generated");

/** SHA-256 of everything the built portal and its demo data are made from. */
export function sourceHash(root = process.cwd()): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesIn(root, place)).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(root: string, place: string): string[] {
  if (path.extname(place)) return [place];
  return readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(made));
}
