import { useTranslation } from "react-i18next";
import { DataTable, EmptyState, formatNumber, useLanguage } from "~/ui";

export interface PublicCountsTableProps {
  municipalities: { code: string; name: string; district: string; count: number }[];
  minimum: number;
}

/** The public numbers as a table: the same as the map. */
export function PublicCountsTable({ municipalities, minimum }: PublicCountsTableProps) {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("publicMap.caption", { minimum })}
      rows={municipalities}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t("publicMap.empty")} text={t("publicMap.emptyText")} level={3} />}
      columns={[
        { key: "name", header: t("publicMap.municipality"), cell: ({ name }) => name, phone: "title" },
        {
          key: "district",
          header: t("publicMap.district"),
          cell: ({ district }) => district,
          phone: "hidden",
        },
        {
          key: "count",
          header: t("publicMap.count"),
          numeric: true,
          cell: ({ count }) => formatNumber(count, language),
        },
      ]}
    />
  );
}
