import { RemixBrowser } from "@remix-run/react";
import i18next from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { getInitialNamespaces } from "remix-i18next/client";
import { loadCatalogue, sharedNamespaces, type Namespace } from "./i18n/catalogues";
import { isLanguage } from "./i18n/languages";
import { i18nOptions } from "./i18n/options";

async function hydrate() {
  const language = document.documentElement.lang;
  await i18next
    .use(initReactI18next)
    .use(
      resourcesToBackend((lng: string, ns: string) =>
        loadCatalogue(isLanguage(lng) ? lng : "cs", ns as Namespace),
      ),
    )
    .init({
      ...i18nOptions,
      lng: language,
      // The server has already fallen back; the browser need not fetch a second language.
      fallbackLng: false,
      ns: [...new Set([...sharedNamespaces, ...getInitialNamespaces()])],
    });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18next}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();
