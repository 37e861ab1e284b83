import { guarded } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { lessonHtml } from "../catalogue/lesson-html.server";
import { requireLesson } from "../operations/studying.server";

/** The finished text of a lesson, for pages that open it without loading anew. */
export const loader = guarded("course:read", async ({ params, request }) => {
  const lesson = requireLesson({ module: params.module, lesson: params.lesson });
  const version = new URL(request.url).searchParams.get("v") ?? "";
  // The address names the content, so what it answers never changes; an older one is not kept.
  const current = version.startsWith(lesson.contentHash.slice(0, 16));
  return new Response(await lessonHtml(lesson, await languageOf(request)), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": current ? "private, max-age=604800, immutable" : "no-store",
    },
  });
});
