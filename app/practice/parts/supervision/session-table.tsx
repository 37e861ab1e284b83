import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { DataTable, formatDay, formatMinutesAsHours, formatTimeOfDay, useLanguage } from "~/ui";
import type { SessionRow } from "../../operations/supervision/session-row.server";
import { InvitationTag, SessionTag } from "./session-tag";
import { useWhere } from "./session-words";

interface SessionTableProps {
  caption: string;
  rows: readonly SessionRow[];
  empty: ReactNode;
  /** Columns of who leads and oversees: how many people, which run. */
  oversees: boolean;
  /** All of them are the actor's own: who leads them goes without saying. */
  ownOnly?: boolean;
}

/** Sessions, each leading to its page. */
export function SessionTable({ caption, rows, empty, oversees, ownOnly = false }: SessionTableProps) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const where = useWhere();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/supervize/${id}`}
      empty={empty}
      columns={[
        {
          key: "when",
          header: t("column.when"),
          cell: ({ day, startMinute }) =>
            `${formatDay(day, language)}, ${formatTimeOfDay(formatTime(startMinute), language)}`,
          phone: "title",
        },
        {
          key: "state",
          header: t("column.state"),
          cell: ({ state, over, ownState }) =>
            ownState && state !== "cancelled" ? (
              <InvitationTag state={ownState} own />
            ) : (
              <SessionTag state={state} over={over} />
            ),
        },
        {
          key: "length",
          header: t("column.length"),
          cell: ({ minutes }) => formatMinutesAsHours(minutes),
          numeric: true,
        },
        { key: "where", header: t("column.where"), cell: where },
        { key: "form", header: t("column.form"), cell: ({ form }) => t(`forms.${form}`) },
        ...(oversees
          ? [
              { key: "run", header: t("column.run"), cell: ({ runName }: SessionRow) => runName ?? "–" },
              {
                key: "people",
                header: t("column.people"),
                cell: ({ people, capacity, state }: SessionRow) =>
                  capacity !== null && state === "planned" ? `${people} / ${capacity}` : people,
                numeric: true,
              },
            ]
          : []),
        ...(ownOnly
          ? []
          : [
              {
                key: "supervisor",
                header: t("column.supervisor"),
                cell: ({ supervisorName }: SessionRow) => supervisorName,
              },
            ]),
      ]}
    />
  );
}
