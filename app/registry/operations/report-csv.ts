import type { TFunction } from "i18next";
import { csvOf } from "~/platform/csv";
import { successShare, type TotalCount } from "../rules/counting";
import type { RegistryReport } from "./read-report.server";

/** The report's rows and its total as CSV; the share in whole per cent, empty where there is nothing to divide. */
export function reportCsv({ rows, total }: RegistryReport, t: TFunction<"registry">): string {
  return csvOf([
    [
      t("report.centre"),
      t("report.mentors"),
      t("report.clients"),
      t("report.successful"),
      t("report.file.percent"),
    ],
    ...rows.map((row) => line(row.centre, row)),
    line(t("report.total"), total),
  ]);
}

function line(name: string, counts: TotalCount): (string | number)[] {
  const share = successShare(counts);
  const percent = share === null ? "" : Math.round(share * 100);
  return [name, counts.mentors, counts.clients, counts.successful, percent];
}
