import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { DataTable, Time } from "~/ui";
import type { ExamDayLine } from "../../operations/exam/read-run-exam.server";
import { ExamDayTag } from "./exam-day-tag";

interface ExamDayTableProps {
  caption: string;
  days: readonly (ExamDayLine & { chair?: boolean; chairName?: string })[];
  empty: ReactNode;
  /** With the run and the chair: the list of somebody who sits in several commissions. */
  ofMember?: boolean;
}

/** Exam days, each leading to its own page. */
export function ExamDayTable({ caption, days, empty, ofMember = false }: ExamDayTableProps) {
  const { t } = useTranslation("exam");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={days}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/zkousky/${id}`}
      empty={empty}
      columns={[
        {
          key: "when",
          header: t("list.when"),
          cell: ({ heldOn, startMinute }) => (
            <>
              <Time value={heldOn} /> {formatTime(startMinute)}
            </>
          ),
          phone: "title",
        },
        { key: "kind", header: t("list.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
        ...(ofMember ? [{ key: "run", header: t("list.run"), cell: (row: ExamDayLine) => row.runName }] : []),
        { key: "place", header: t("list.place"), cell: ({ place }) => place },
        {
          key: "parts",
          header: t("list.parts"),
          cell: ({ parts }) => parts.map((part) => t(`part.${part}`)).join(", "),
        },
        { key: "people", header: t("list.people"), cell: ({ candidates }) => candidates, numeric: true },
        ...(ofMember
          ? [
              {
                key: "chair",
                header: t("member.chair"),
                cell: ({ chair, chairName }: { chair?: boolean; chairName?: string }) =>
                  chair ? t("list.you") : chairName,
              },
            ]
          : []),
        { key: "state", header: t("list.state"), cell: ({ state }) => <ExamDayTag state={state} /> },
      ]}
    />
  );
}
