import { open } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { offlineTemplate, withoutLesson } from "../catalogue/offline-page.server";

/**
 * The page a device shows when there is no connection: the same for everybody, asked for without a session
 * and kept by the device, which puts the text of a lesson into it.
 */
export const loader = open(async ({ request }) => {
  const template = await offlineTemplate(await languageOf(request));
  const html = new URL(request.url).searchParams.has("sablona") ? template : withoutLesson(template);
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" },
  });
});
