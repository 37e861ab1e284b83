import path from "node:path";
import { describe, expect, it } from "vitest";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Access } from "~/access/guards.server";
import { permissions } from "~/access/permissions";
import routes from "~/routes";

/** Pages anybody may open; every other route needs at least a sign-in. */
const openRoutes = new Set([
  "/",
  "/jazyk",
  "/vzhled",
  "/o-sluzbe",
  "/stranky/:page",
  "/prihlaseni",
  "/prihlaseni/overeni",
  "/odhlaseni",
  "/registrace",
  "/registrace/potvrzeni/:token",
  "/pozvanka/:token",
  "/zapomenute-heslo",
  "/nove-heslo/:token",
  "/kurz",
  "/kurz/prihlaska",
  "/kurz/slovnik",
  // A visitor sees what a lesson is about, not its text.
  "/kurz/:module/:lesson",
  "/kurz/pismo",
  // What a device shows without a connection knows nobody.
  "/kurz/bez-pripojeni",
  // Phones fetch a calendar without signing in; its address is the secret.
  "/kalendar/:token/vyuka.ics",
  "/tydenni-prehled/:token",
  "/overeni",
  "/overeni/:code",
  // Whoever was sent a badge verifies it without asking anybody.
  "/odznaky/klice",
  "/odznaky/klice/:kid",
  "/odznaky/vydavatel",
  "/odznaky/mentor",
  "/odznaky/stav",
  "/mapa",
  "/mapa/data",
  "/mapa/obce",
  "/mapa/hranice",
  "/mapa/dlazdice/:z/:x/:y",
  "/*",
]);

interface FoundRoute {
  url: string;
  file: string;
}

function flatten(entries: readonly RouteConfigEntry[], parent = ""): FoundRoute[] {
  return entries.flatMap((entry) => {
    const url = entry.path ? `${parent}/${entry.path}` : parent;
    return [{ url: url || "/", file: entry.file }, ...flatten(entry.children ?? [], url)];
  });
}

const modules = import.meta.glob<Record<string, unknown>>("../../../app/**/*.{ts,tsx}");

async function load(file: string): Promise<Record<string, unknown>> {
  const load = modules[path.posix.join("../../../app", file)];
  if (!load) throw new Error(`routes.ts names ${file}, which is not there`);
  return load();
}

const accessOf = (handler: unknown): Access | undefined =>
  typeof handler === "function" && "access" in handler ? (handler.access as Access) : undefined;

const all = [{ url: "(root)", file: "root.tsx" }, ...flatten(routes as readonly RouteConfigEntry[])];

describe.each(all)("$url ($file)", ({ url, file }) => {
  it("lets in only through a guard", async () => {
    const module = await load(file);
    const handlers = Object.entries({ loader: module.loader, action: module.action }).filter(
      ([, handler]) => handler,
    );
    expect(handlers.length, `${file} has neither a loader nor an action`).toBeGreaterThan(0);
    // A page without a loader would be drawn for anybody.
    if (module.default) expect(handlers.map(([name]) => name)).toContain("loader");
    for (const [name, handler] of handlers) {
      const access = accessOf(handler);
      expect(access, `${name} of ${file} is not made by guarded, signedIn or open`).toBeDefined();
      if (access?.kind === "guarded") {
        expect(access.permissions.length).toBeGreaterThan(0);
        for (const permission of access.permissions) expect(permissions).toContain(permission);
      }
      if (access?.kind === "open" && url !== "(root)")
        expect(openRoutes, `${name} of ${url} is open`).toContain(url);
    }
  });
});

it("lists as open only routes that are there", () => {
  const urls = new Set(all.map(({ url }) => url));
  for (const url of openRoutes) expect(urls).toContain(url);
});
