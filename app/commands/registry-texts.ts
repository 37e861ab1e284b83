import { createInstance, type TFunction } from "i18next";
import registry from "../i18n/cs/registry";

/** Czech texts of the registry for commands, which run outside the bundler that loads catalogues for pages. */
export function registryTexts(): TFunction<"registry"> {
  const instance = createInstance();
  void instance.init({
    lng: "cs",
    defaultNS: "registry",
    ns: ["registry"],
    resources: { cs: { registry } },
    interpolation: { escapeValue: false },
    initImmediate: false,
  });
  return instance.getFixedT("cs", "registry");
}
