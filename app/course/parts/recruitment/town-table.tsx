import { useTranslation } from "react-i18next";
import { DataTable, EmptyState } from "~/ui";
import type { TownCount } from "../../rules/recruitment/town-counts";

const shown = ["submitted", "waiting", "admitted", "rejected", "withdrawn"] as const;

interface TownTableProps {
  towns: TownCount[];
  /** Address of the applications from one town. */
  link?: (town: string) => string;
}

/** How many applied from where; numbers only. */
export function TownTable({ towns, link }: TownTableProps) {
  const { t } = useTranslation("recruitment");
  const { t: course } = useTranslation("course");
  return (
    <DataTable<TownCount>
      caption={t("towns.caption")}
      captionHidden
      rows={towns}
      rowKey={({ town }) => town}
      rowLink={link && (({ town }) => link(town))}
      empty={<EmptyState title={t("towns.none")} />}
      columns={[
        { key: "town", header: t("towns.town"), cell: ({ town }) => town, phone: "title" },
        ...shown.map((state) => ({
          key: state,
          header: course(`applicationState.${state}`),
          numeric: true,
          cell: ({ byState }: TownCount) => byState[state],
        })),
        { key: "total", header: t("towns.total"), numeric: true, cell: ({ total }) => total },
      ]}
    />
  );
}
