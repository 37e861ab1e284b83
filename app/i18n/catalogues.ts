import type { Language } from "./languages";

/** Namespaces of texts: one per domain (the course, being large, has one per part), and the shared ones. */
export const namespaces = [
  "common",
  "errors",
  "ui",
  "home",
  "people",
  "course",
  "recruitment",
  "learning",
  "testing",
  "teaching",
  "overview",
  "practice",
  "supervision",
  "certification",
  "exam",
  "mentors",
  "registry",
  "incidents",
] as const;

export type Namespace = (typeof namespaces)[number];

/** Namespaces every page has, whatever else its `handle` asks for. */
export const sharedNamespaces = ["common", "errors", "ui"] as const;

export type Catalogue = Record<string, unknown>;

type Loader = () => Promise<{ default: Catalogue }>;

// Written out, so that the bundler gives each catalogue a file of its own and commands can run without it.
const loaders: Record<Language, Record<Namespace, Loader>> = {
  cs: {
    common: () => import("./cs/common"),
    errors: () => import("./cs/errors"),
    ui: () => import("./cs/ui"),
    home: () => import("./cs/home"),
    people: () => import("./cs/people"),
    course: () => import("./cs/course"),
    recruitment: () => import("./cs/recruitment"),
    learning: () => import("./cs/learning"),
    testing: () => import("./cs/testing"),
    teaching: () => import("./cs/teaching"),
    overview: () => import("./cs/overview"),
    practice: () => import("./cs/practice"),
    supervision: () => import("./cs/supervision"),
    certification: () => import("./cs/certification"),
    exam: () => import("./cs/exam"),
    mentors: () => import("./cs/mentors"),
    registry: () => import("./cs/registry"),
    incidents: () => import("./cs/incidents"),
  },
  en: {
    common: () => import("./en/common"),
    errors: () => import("./en/errors"),
    ui: () => import("./en/ui"),
    home: () => import("./en/home"),
    people: () => import("./en/people"),
    course: () => import("./en/course"),
    recruitment: () => import("./en/recruitment"),
    learning: () => import("./en/learning"),
    testing: () => import("./en/testing"),
    teaching: () => import("./en/teaching"),
    overview: () => import("./en/overview"),
    practice: () => import("./en/practice"),
    supervision: () => import("./en/supervision"),
    certification: () => import("./en/certification"),
    exam: () => import("./en/exam"),
    mentors: () => import("./en/mentors"),
    registry: () => import("./en/registry"),
    incidents: () => import("./en/incidents"),
  },
};

/** Loads one catalogue; in the browser each is a file of its own, fetched when a page needs it. */
export async function loadCatalogue(language: Language, namespace: Namespace): Promise<Catalogue> {
  return (await loaders[language][namespace]()).default;
}
