import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Addresses that are no pages to look at (files, data, a switch) or hold a one-time secret; tested elsewhere. */
export const notPages = new Set([
  "/*",
  "/jazyk",
  "/vzhled",
  "/prihlaseni/overeni",
  "/registrace/potvrzeni/:token",
  "/pozvanka/:token",
  "/nove-heslo/:token",
  "/osvedceni/:id/pdf",
  "/zkousky/:id/protokol",
  "/osvedceni/:id/odznak/soubor",
  "/osvedceni/export",
  "/osvedceni/sablona/nahled",
  "/behy/:id/osvedceni/zip",
  "/odznaky/klice",
  "/odznaky/klice/:kid",
  "/odznaky/vydavatel",
  "/odznaky/mentor",
  "/odznaky/stav",
  "/behy/:id/export",
  "/kalendar/:token/vyuka.ics",
  "/tydenni-prehled/:token",
  "/testy/:attempt/odpovedi",
  "/kurz/:module/:lesson/text",
  "/kurz/:module/:lesson/misto",
  "/kurz/:module/:lesson/cas",
  "/kurz/:module/:lesson/odpovedi",
  "/praxe/rozepsane",
  "/kurz/pismo",
  "/kurz/bez-pripojeni",
  "/mentori/csv",
  "/vykazy/csv",
  "/incidenty/mapa/data",
  "/incidenty/skoleni/:unit/text",
  "/incidenty/skoleni/test/:attempt/odpovedi",
  "/mapa/data",
  "/mapa/obce",
  "/mapa/hranice",
  "/mapa/dlazdice/:z/:x/:y",
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
