import { useTranslation } from "react-i18next";
import { DataTable, EmptyState, formatDayRange, Time, useLanguage } from "~/ui";
import type { DutyRow } from "../../operations/supervision/duty-list.server";
import { DutyTag } from "./duty-tag";
import { DutyGaps, DutyLeft } from "./duty-words";

/** Everybody with the duty, the most urgent first; each leads to their own page. */
export function DutyTable({ rows }: { rows: readonly DutyRow[] }) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("duty.caption")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/supervize/povinnost/${id}`}
      empty={<EmptyState title={t("duty.empty")} text={t("duty.emptyText")} />}
      columns={[
        { key: "name", header: t("duty.column.name"), cell: ({ name }) => name, phone: "title" },
        {
          key: "state",
          header: t("duty.column.state"),
          cell: ({ clock, exemptions }) => (
            <>
              <DutyTag state={clock.state} />
              {exemptions.map(({ fromDay, toDay }) => (
                <span key={fromDay} className="text-muted block">
                  {t("duty.exemptDays", { days: formatDayRange(fromDay, toDay, language) })}
                </span>
              ))}
            </>
          ),
        },
        {
          key: "due",
          header: t("duty.column.due"),
          cell: ({ clock, daysLeft }) =>
            clock.dueOn ? (
              <>
                <Time value={clock.dueOn} /> <DutyLeft days={daysLeft} />
              </>
            ) : (
              "–"
            ),
        },
        {
          key: "last",
          header: t("duty.column.last"),
          cell: ({ clock }) => (clock.lastOn ? <Time value={clock.lastOn} /> : t("duty.never")),
        },
        {
          key: "gaps",
          header: t("duty.column.gaps"),
          cell: ({ clock }) => <DutyGaps gaps={clock.gaps} />,
        },
        {
          key: "kind",
          header: t("duty.column.kind"),
          cell: ({ kind, runName, code }) => `${t(`person.${kind}`)}, ${runName ?? code ?? ""}`,
        },
      ]}
    />
  );
}
