import type { InitOptions } from "i18next";
import { languages } from "./languages";
import { sharedNamespaces } from "./catalogues";

/** i18next settings shared by server and browser. */
export const i18nOptions = {
  supportedLngs: [...languages],
  fallbackLng: "cs",
  defaultNS: "common",
  ns: [...sharedNamespaces],
  // React escapes what it prints.
  interpolation: { escapeValue: false },
  returnNull: false,
} satisfies InitOptions;
