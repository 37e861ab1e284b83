import { renderToStaticMarkup } from "react-dom/server";
import { translator } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import stylesheet from "~/ui/app.css?url";
import { fontPreloads } from "~/ui/fonts";
import lessonStyles from "../parts/lesson.css?url";

/**
 * The page a device keeps for when there is no connection. It knows nobody; the device puts a lesson's title
 * and text, or the list of kept lessons, in the places named `%%...%%` (public/lekce-offline.js).
 */
export async function offlineTemplate(language: Language): Promise<string> {
  const t = await translator(language, "learning");
  const fonts = fontPreloads.flatMap((link) => ("href" in link && link.href ? [link.href] : []));
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{t("offline.title")}</title>
        {fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={stylesheet} />
        <link rel="stylesheet" href={lessonStyles} />
      </head>
      <body>
        <main
          className="offline"
          data-offline="%%DRUH%%"
          data-owner="%%KOMU%%"
          data-lesson="%%LEKCE%%"
          data-saves="%%UKLADA%%"
          data-unsent={t("answer.offline")}
          data-failed={t("answer.notRemembered")}
        >
          <div className="notice notice-warning" role="note">
            <div className="notice-words">
              <p className="notice-title">{t("offline.title")}</p>
              <div className="notice-text offline-lesson">{t("offline.lesson")}</div>
              <div className="notice-text offline-list">{t("offline.page")}</div>
              <p hidden data-back-online="">
                <a href="?">{t("offline.back")}</a>
              </p>
            </div>
          </div>
          <section className="offline-list">
            <h1>{t("offline.lessons")}</h1>
            <ul className="lesson-list">%%SEZNAM%%</ul>
          </section>
          <article className="offline-lesson">
            <h1 lang="cs">%%TITULEK%%</h1>
            <div className="lesson-parts">%%TEXT%%</div>
          </article>
        </main>
        <script src="/lekce-bez-pripojeni.js" defer />
      </body>
    </html>,
  )}`;
}

/** The same page as somebody sees it who comes to its address: nothing is kept in it. */
export function withoutLesson(template: string): string {
  return template
    .replace("%%DRUH%%", "seznam")
    .replace("%%UKLADA%%", "ne")
    .replaceAll(/%%[A-Z]+%%/g, "");
}
