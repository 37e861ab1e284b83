import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { portalRoutes } from "./routes";

/** Addresses that hold a one-time secret or the middle of signing in; tested elsewhere. */
const notReachable = [
  "/*",
  "/prihlaseni/overeni",
  "/registrace/potvrzeni/:token",
  "/pozvanka/:token",
  "/nove-heslo/:token",
  "/tydenni-prehled/:token",
];

/** Addresses that are no pages to look at: a module without markup (a file, data, a switch), or unreachable. */
export const notPages = new Set([
  ...portalRoutes.filter(({ file }) => file.endsWith(".ts")).map(({ path }) => path),
  ...notReachable,
]);

const folder = () => path.join(process.env.DEMO_DATA!, "..", "reached");

/** Notes which routes somebody reached, for the test after all the others; they run in several processes. */
export function writeReached(role: string, paths: Iterable<string>): void {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(path.join(folder(), `${role}.json`), JSON.stringify([...paths]));
}

/** Every route that somebody reached. */
export function readReached(): Set<string> {
  const files = readdirSync(folder()).map((name) => readFileSync(path.join(folder(), name), "utf8"));
  return new Set(files.flatMap((text) => JSON.parse(text) as string[]));
}
