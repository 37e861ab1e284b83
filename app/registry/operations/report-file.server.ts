import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/i18n.server";
import { fileResponse } from "~/platform/file-response.server";
import { reportCsv } from "./report-csv";
import type { RegistryReport } from "./read-report.server";

/** The report as a file a Czech spreadsheet opens as it is. */
export async function reportFile(report: RegistryReport, language: Language): Promise<Response> {
  const t = await translator(language, "registry");
  const name = `${t("report.file.name")}-${report.from}-${report.to}.csv`;
  return fileResponse({ body: reportCsv(report, t), type: "text/csv; charset=utf-8", fileName: name });
}
