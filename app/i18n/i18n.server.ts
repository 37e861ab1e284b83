import { createCookie } from "@remix-run/node";
import { createInstance, type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { RemixI18Next } from "remix-i18next/server";
import { isLanguage, languages, type Language } from "./languages";
import { loadCatalogue, namespaces, type Namespace } from "./catalogues";
import { i18nOptions } from "./options";

/** The chosen language, remembered for a year. */
export const languageCookie = createCookie("jazyk", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 31_536_000,
});

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...languages],
    fallbackLanguage: "cs",
    cookie: languageCookie,
    order: ["cookie"],
  },
});

/** Language of a request: the remembered choice, otherwise Czech. */
export async function languageOf(request: Request): Promise<Language> {
  const language = await detector.getLocale(request);
  return isLanguage(language) ? language : "cs";
}

const instances = new Map<Language, Promise<i18n>>();

/** The server's i18next in one language, with every catalogue; made once per process. */
export function serverI18n(language: Language): Promise<i18n> {
  const known = instances.get(language);
  if (known) return known;
  const making = makeInstance(language);
  instances.set(language, making);
  return making;
}

async function makeInstance(language: Language): Promise<i18n> {
  const instance = createInstance();
  const catalogues = await Promise.all(
    languages.map(async (lng) => {
      const entries = await Promise.all(
        namespaces.map(async (ns) => [ns, await loadCatalogue(lng, ns)] as const),
      );
      return [lng, Object.fromEntries(entries)] as const;
    }),
  );
  await instance
    .use(initReactI18next)
    .init({ ...i18nOptions, lng: language, ns: [...namespaces], resources: Object.fromEntries(catalogues) });
  return instance;
}

/** Translation outside React: mails, PDF, exports. */
export async function translator<N extends Namespace>(
  language: Language,
  namespace: N,
): Promise<TFunction<N>> {
  const instance = await serverI18n(language);
  return instance.getFixedT(language, namespace) as TFunction<N>;
}
