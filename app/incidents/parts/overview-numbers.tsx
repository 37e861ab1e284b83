import { useTranslation } from "react-i18next";
import { DISTRICTS } from "~/platform/geo/region";
import { BarChart, DataTable, Disclosure, formatMonth, Grid, LineChart, Section } from "~/ui";
import { queryOf } from "../rules/filter-query";
import type { Tallies } from "../rules/tallies";
import type { IncidentFilters } from "../schema";

/** The map's data by district and month. */
export function OverviewNumbers({ overview, filters }: { overview: Tallies; filters: IncidentFilters }) {
  const { t } = useTranslation("incidents");
  const { districts, months, total } = overview;
  if (total === 0) return null;
  const nameOf = (code: string) => DISTRICTS.find((district) => district.code === code)?.name ?? code;
  const most = districts.reduce((best, next) => (next.count > best.count ? next : best));
  return (
    <Section title={t("map.numbers")}>
      <Grid min="lg">
        <BarChart
          caption={t("map.byDistrict")}
          summary={t("map.districtSummary", { district: nameOf(most.code), count: most.count })}
          categoryLabel={t("map.district")}
          valueLabel={t("map.incidents")}
          data={districts.map(({ code, count }) => ({
            label: nameOf(code),
            value: count,
            to: `/incidenty${queryOf({ ...filters, okres: code })}`,
          }))}
        />
        <LineChart
          caption={t("map.byMonth")}
          pointLabel={t("map.month")}
          points={months.map(({ month }) => formatMonth(month))}
          series={[{ label: t("map.incidents"), values: months.map(({ count }) => count) }]}
        />
      </Grid>
      <div className="mt-4">
        <Disclosure summary={t("map.cross")}>
          <DataTable
            caption={t("map.cross")}
            captionHidden
            rows={months.toReversed()}
            rowKey={({ month }) => month}
            columns={[
              {
                key: "month",
                header: t("map.month"),
                cell: ({ month }) => formatMonth(month),
                phone: "title",
              },
              ...districts.map(({ code }) => ({
                key: code,
                header: nameOf(code),
                numeric: true,
                cell: ({ byDistrict }: Tallies["months"][number]) => byDistrict[code] ?? 0,
              })),
              { key: "total", header: t("map.total"), numeric: true, cell: ({ count }) => count },
            ]}
            totals={{
              month: t("map.total"),
              ...Object.fromEntries(districts.map(({ code, count }) => [code, count])),
              total,
            }}
          />
        </Disclosure>
      </div>
    </Section>
  );
}
