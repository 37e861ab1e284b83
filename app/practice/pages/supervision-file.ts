import { guarded } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { fileResponse } from "~/platform/file-response.server";
import { sessionFile } from "../operations/supervision/session-calendar.server";

/** One session for a calendar; who sees the session may have it, and nobody between may keep it. */
export const loader = guarded("supervision:list", async ({ actor, params, request, now }) => {
  const body = await sessionFile(actor, params.id, { language: await languageOf(request), now });
  return fileResponse({ body, type: "text/calendar; charset=utf-8", fileName: "supervize.ics" });
});
