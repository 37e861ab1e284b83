import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BarChart, DataTable, formatPercent, useLanguage } from "~/ui";
import type { RegistryReport, ReportRow } from "../operations/read-report.server";
import { successShare, type Period } from "../rules/counting";
import { filterAddress } from "../rules/list-filter";

/** Address of the report of a period; with `mentors` it shows who they are at a centre, or at all of them. */
export function reportAddress({ from, to }: Period, mentors?: string): string {
  const address = `/vykazy?od=${from}&do=${to}`;
  return mentors ? `${address}&mentori=${mentors}#mentori` : address;
}

/** Address of the same report as a file. */
export function reportFileAddress({ from, to }: Period): string {
  return `/vykazy/csv?od=${from}&do=${to}`;
}

/** Centres and their numbers; each number opens the list of what it counts. */
export function ReportTable({ report, caption }: { report: RegistryReport; caption: string }) {
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const cases = (centreId: string | null, successfulOnly: boolean) =>
    filterAddress({ centreId, report: { from: report.from, to: report.to, successfulOnly } });
  const share = (row: { clients: number; successful: number }) => {
    const value = successShare(row);
    return value === null ? "–" : formatPercent(value, language);
  };
  return (
    <>
      <DataTable<ReportRow>
        caption={caption}
        columns={[
          { key: "centre", header: t("report.centre"), phone: "title", cell: ({ centre }) => centre },
          {
            key: "mentors",
            header: t("report.mentors"),
            numeric: true,
            cell: ({ centreId, mentors }) => <Link to={reportAddress(report, centreId)}>{mentors}</Link>,
          },
          {
            key: "clients",
            header: t("report.clients"),
            numeric: true,
            cell: ({ centreId, clients }) => <Link to={cases(centreId, false)}>{clients}</Link>,
          },
          {
            key: "successful",
            header: t("report.successful"),
            numeric: true,
            cell: ({ centreId, successful }) => <Link to={cases(centreId, true)}>{successful}</Link>,
          },
          { key: "share", header: t("report.share"), numeric: true, cell: share },
        ]}
        rows={report.rows}
        rowKey={({ centreId }) => centreId}
        totals={{
          centre: t("report.total"),
          mentors: <Link to={reportAddress(report, "vse")}>{report.total.mentors}</Link>,
          clients: <Link to={cases(null, false)}>{report.total.clients}</Link>,
          successful: <Link to={cases(null, true)}>{report.total.successful}</Link>,
          share: share(report.total),
        }}
      />
      {report.rows.length > 1 && (
        <BarChart
          caption={t("report.chart")}
          categoryLabel={t("report.centre")}
          valueLabel={t("report.chartClients")}
          data={report.rows.map(({ centreId, centre, clients }) => ({
            label: centre,
            value: clients,
            to: cases(centreId, false),
          }))}
        />
      )}
    </>
  );
}
