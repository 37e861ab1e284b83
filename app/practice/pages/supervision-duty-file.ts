import { guarded } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { fileResponse } from "~/platform/file-response.server";
import { dutyFile } from "../operations/supervision/duty-file.server";
import { readDutyFilter } from "../rules/supervision/duty-filter";

/** The list of the duty as a table, of the same people as the page shows. */
export const loader = guarded(
  ["supervision:oversee", "supervision:record"],
  async ({ actor, request, now }) => {
    const filter = readDutyFilter(new URL(request.url).searchParams);
    const language = await languageOf(request);
    const { csv, fileName } = await dutyFile(actor, filter, { language, now });
    return fileResponse({ body: csv, type: "text/csv; charset=utf-8", fileName });
  },
);
