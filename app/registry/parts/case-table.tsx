import { useTranslation } from "react-i18next";
import { MentorStateTag } from "~/certification/index";
import { DataTable, formatDay, LinkButton, useLanguage, type DataTableProps } from "~/ui";
import type { ListedCase } from "../operations/list-cases.server";
import { DueMark, StateTag } from "./case-tags";
import { mentorName } from "./mentor-name";

type Columns = DataTableProps<ListedCase>["columns"];

interface CaseTableProps {
  rows: ListedCase[];
  forMentor: boolean;
  /** All cases come from one body, so there is no need to say which. */
  oneCentre: boolean;
}

/** Cases as a table, on a phone as cards. `forMentor` leaves out who works on them and offers the log. */
export function CaseTable({ rows, forMentor, oneCentre }: CaseTableProps) {
  const { t } = useTranslation("registry");
  const columns: Columns = [
    {
      key: "client",
      header: t("list.column.client"),
      phone: "title",
      cell: ({ code, name }) => (
        <>
          {name ?? t("noName")}
          <span className="block text-sm font-normal text-ink-soft">{code}</span>
        </>
      ),
    },
    { key: "state", header: t("list.column.state"), cell: (row) => <StateCell row={row} /> },
    { key: "type", header: t("list.column.type"), cell: ({ type }) => type ?? "–" },
    ...(oneCentre
      ? []
      : [{ key: "centre", header: t("list.column.centre"), cell: ({ centre }: ListedCase) => centre }]),
    ...(forMentor
      ? []
      : [
          {
            key: "mentor",
            header: t("list.column.mentor"),
            cell: (row: ListedCase) => <MentorCell row={row} />,
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

/** Who works on it; somebody who is not active is marked for those who could hand the case over. */
function MentorCell({ row: { mentor, endedOn } }: { row: ListedCase }) {
  const { t } = useTranslation("registry");
  if (!mentor) return <>{endedOn ? "–" : t("noMentor")}</>;
  const { standing } = mentor;
  return (
    <>
      {mentorName(mentor)}
      {standing && standing.state !== "active" && (
        <span className="block">
          <MentorStateTag state={standing.state} />
        </span>
      )}
    </>
  );
}

/** The state, and since when somebody waits for a mentor. */
function StateCell({ row: { state, referredOn } }: { row: ListedCase }) {
  const { t } = useTranslation("registry");
  const language = useLanguage();
  return (
    <>
      <StateTag state={state} />
      {state === "referred" && (
        <span className="block text-sm text-ink-soft">
          {t("list.since", { day: formatDay(referredOn, language) })}
        </span>
      )}
    </>
  );
}
