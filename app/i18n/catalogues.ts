import type { Language } from "./languages";

/** Namespaces of texts: one per domain, and the shared ones. */
export const namespaces = [
  "common",
  "errors",
  "ui",
  "home",
  "people",
  "course",
  "practice",
  "certification",
  "registry",
  "incidents",
] as const;

export type Namespace = (typeof namespaces)[number];

/** Namespaces every page has, whatever else its `handle` asks for. */
export const sharedNamespaces = ["common", "errors", "ui"] as const;

type CatalogueModule = { default: Record<string, unknown> };

const modules = import.meta.glob<CatalogueModule>(["./cs/*.ts", "./en/*.ts"]);

/** Loads one catalogue; in the browser each is a file of its own, fetched when a page needs it. */
export async function loadCatalogue(language: Language, namespace: Namespace): Promise<Record<string, unknown>> {
  const load = modules[`./${language}/${namespace}.ts`];
  if (!load) throw new Error(`No catalogue ${language}/${namespace}`);
  return (await load()).default;
}
