import { useTranslation } from "react-i18next";
import { DataTable, EmptyState, formatDayRange, formatPercent, useLanguage } from "~/ui";
import type { ComparedRun } from "../../operations/overview/compare-runs.server";
import { RunStateTag } from "../state-tags";
import { ForecastWords } from "./forecast-words";

/** Runs under each other, their numbers in columns. */
export function ComparedRuns({ runs }: { runs: readonly ComparedRun[] }) {
  const { t } = useTranslation("overview");
  const { t: course } = useTranslation("course");
  const language = useLanguage();
  const share = (value: number | null) => (value === null ? "–" : formatPercent(value, language));
  return (
    <DataTable<ComparedRun>
      caption={t("compare.caption")}
      captionHidden
      rows={runs}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/behy/${id}`}
      empty={<EmptyState title={course("runs.empty")} text={course("runs.emptyText")} />}
      columns={[
        { key: "name", header: course("runs.name"), cell: ({ name }) => name, phone: "title" },
        {
          key: "when",
          header: course("runs.when"),
          cell: ({ startsOn, endsOn, timeShare, state }) => (
            <>
              <RunStateTag state={state} />
              <span className="share-best">{formatDayRange(startsOn, endsOn, language)}</span>
              {(state === "running" || state === "exams") && (
                <span className="share-best">{t("compare.passed", { share: share(timeShare) })}</span>
              )}
            </>
          ),
        },
        {
          key: "people",
          header: t("compare.people"),
          cell: ({ taken, places }) => course("runs.placesOf", { taken, places }),
        },
        {
          key: "done",
          header: t("compare.done"),
          cell: ({ theoryShare, practiceShare, attendanceShare }) => (
            <ul className="forecast-counts">
              <li>{t("compare.theory", { share: share(theoryShare) })}</li>
              <li>{t("compare.practice", { share: share(practiceShare) })}</li>
              <li>{t("compare.attendance", { share: share(attendanceShare) })}</li>
            </ul>
          ),
        },
        { key: "flagged", header: t("compare.flagged"), numeric: true, cell: ({ flagged }) => flagged },
        {
          key: "forecast",
          header: t("forecast.title"),
          cell: ({ forecast }) => <ForecastWords forecast={forecast} />,
        },
      ]}
    />
  );
}
