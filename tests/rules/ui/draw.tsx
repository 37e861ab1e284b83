import i18next, { type i18n } from "i18next";
import { createContext, type ReactElement, useContext } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import type { StaticHandlerContext } from "react-router-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import errorsCs from "~/i18n/cs/errors";
import uiCs from "~/i18n/cs/ui";
import errorsEn from "~/i18n/en/errors";
import uiEn from "~/i18n/en/ui";

function translations(language: string): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    ns: ["ui", "errors"],
    defaultNS: "ui",
    initImmediate: false,
    interpolation: { escapeValue: false },
    resources: { cs: { ui: uiCs, errors: errorsCs }, en: { ui: uiEn, errors: errorsEn } },
  });
  return instance;
}

const Drawn = createContext<ReactElement | null>(null);

const { query, dataRoutes } = createStaticHandler([{ path: "*", Component: () => useContext(Drawn) }]);
const place = await query(new Request("http://portal.test/"));
if (place instanceof Response) throw new Error("The only route answers with a page");
const router = createStaticRouter(dataRoutes, place);

/** What the server sends for an element, before any script has run. */
export function draw(element: ReactElement, language = "cs"): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translations(language)}>
      <Drawn.Provider value={element}>
        <StaticRouterProvider router={router} context={place as StaticHandlerContext} hydrate={false} />
      </Drawn.Provider>
    </I18nextProvider>,
  );
}

/** The opening tag of the first element with this attribute. */
export function tagWith(html: string, attribute: string): string {
  const tag = [...html.matchAll(/<[a-z][^>]*>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(attribute));
  if (!tag) throw new Error(`No tag with ${attribute} in ${html}`);
  return tag;
}
