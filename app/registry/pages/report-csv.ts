import { guarded } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { AppError } from "~/platform/errors";
import { reportFile } from "../operations/report-file.server";
import { readReport } from "../operations/read-report.server";
import { readPeriod } from "../rules/report-period";

/** The report of a period as a file. */
export const loader = guarded("report:read", async ({ actor, request }) => {
  const search = new URL(request.url).searchParams;
  const period = readPeriod(search.get("od"), search.get("do"));
  if (!period) throw new AppError("badRequest");
  return reportFile(await readReport(actor, period), await languageOf(request));
});
