import { useTranslation } from "react-i18next";
import { DataTable, LinkButton, Time, type DataTableProps } from "~/ui";
import type { ListedCase } from "../operations/list-cases.server";
import { DueMark, StateTag } from "./case-tags";
import { mentorName } from "./mentor-name";

type Columns = DataTableProps<ListedCase>["columns"];

/** Cases as a table, on a phone as cards. `forMentor` leaves out who works on them and offers the log. */
export function CaseTable({ rows, forMentor }: { rows: ListedCase[]; forMentor: boolean }) {
  const { t } = useTranslation("registry");
  const columns: Columns = [
    {
      key: "client",
      header: t("list.column.client"),
      phone: "title",
      cell: ({ code, name }) => (name ? `${name} · ${code}` : code),
    },
    { key: "state", header: t("list.column.state"), cell: ({ state }) => <StateTag state={state} /> },
    { key: "type", header: t("list.column.type"), cell: ({ type }) => type ?? "–" },
    { key: "centre", header: t("list.column.centre"), cell: ({ centre }) => centre },
    ...(forMentor
      ? []
      : [
          {
            key: "mentor",
            header: t("list.column.mentor"),
            cell: ({ mentor }: ListedCase) => (mentor ? mentorName(mentor) : t("noMentor")),
          },
          {
            key: "referred",
            header: t("list.column.referred"),
            cell: ({ referredOn }: ListedCase) => <Time value={referredOn} />,
          },
        ]),
    { key: "due", header: t("list.column.due"), cell: ({ due }) => <DueMark due={due} /> },
    ...(forMentor
      ? [
          {
            key: "log",
            header: t("list.log"),
            headerHidden: true,
            cell: ({ id }: ListedCase) => (
              <LinkButton to={`/pripady/${id}/cinnost`} size="sm" variant="secondary" icon="edit">
                {t("list.log")}
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/pripady/${id}`}
    />
  );
}
