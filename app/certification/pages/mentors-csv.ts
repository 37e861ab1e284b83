import { guarded } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { fileResponse } from "~/platform/file-response.server";
import { boardCsv } from "../operations/mentors/board-csv.server";
import { mentorFilter } from "../mentor-schema";

/** The board of mentors as a file a Czech spreadsheet opens as it is. */
export const loader = guarded("mentor:list", async ({ actor, request, now }) => {
  const filter = mentorFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { text, fileName } = await boardCsv(actor, filter, { now, language: await languageOf(request) });
  return fileResponse({ body: text, type: "text/csv; charset=utf-8", fileName });
});
