import { guarded } from "~/access/index.server";
import { lessonHtml, readUnit } from "~/course/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { monitoringTraining } from "../rules/monitoring-training";

/** The finished text of a unit, for pages that open it without loading anew. */
export const loader = guarded(["incident:report", "course:read"], async ({ params, request }) => {
  const { unit } = readUnit(monitoringTraining, params.unit);
  const version = new URL(request.url).searchParams.get("v") ?? "";
  // The address names the content, so what it answers never changes; an older one is not kept.
  const current = version.startsWith(unit.contentHash.slice(0, 16));
  return new Response(await lessonHtml(unit, await languageOf(request)), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": current ? "private, max-age=604800, immutable" : "no-store",
    },
  });
});
