import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  DataTable,
  EmptyState,
  formatMinutesAsHours,
  formatPercent,
  formatTeachingHours,
  StatusTag,
  Tabs,
  Time,
  useLanguage,
  type Column,
} from "~/ui";
import type { RunTable as Table, RunTableRow } from "../../operations/overview/run-table.server";
import { flagCodes } from "../../rules/overview/flags";
import { tableAddress, turned, type OrderKey } from "../../rules/overview/table-order";
import { FlagList } from "./flag-list";

interface RunTableProps {
  table: Table;
  /** The reader may write to the trainees. */
  writes: boolean;
}

/** The people of a run with all their numbers; sorted and filtered by plain links. */
export function RunTable({ table, writes }: RunTableProps) {
  const { t } = useTranslation("overview");
  const { t: course } = useTranslation("course");
  const columns = useColumns(table, writes);
  if (table.people === 0)
    return <EmptyState title={course("run.noTrainees")} text={course("run.noTraineesText")} />;
  return (
    <div className="stack">
      <FlagTabs table={table} />
      <DataTable<RunTableRow>
        caption={course("run.caption")}
        captionHidden
        columns={columns}
        rows={table.rows}
        rowKey={({ enrolmentId }) => enrolmentId}
        rowLink={({ enrolmentId }) => `/behy/${table.runId}/ucastnik/${enrolmentId}`}
        empty={<EmptyState level={3} title={t("table.nobody")} text={t("table.nobodyText")} />}
      />
    </div>
  );
}

/** A link for everybody and one for each flag somebody carries. */
function FlagTabs({ table: { view, people, flagCounts } }: { table: Table }) {
  const { t } = useTranslation("overview");
  const raised = flagCodes.filter((code) => flagCounts[code] > 0 || code === view.flag);
  if (raised.length === 0) return null;
  return (
    <Tabs
      label={t("table.filter")}
      items={[
        {
          to: tableAddress({ ...view, flag: null }),
          label: t("table.everybody"),
          current: view.flag === null,
          count: people,
        },
        ...raised.map((code) => ({
          to: tableAddress({ ...view, flag: code }),
          label: t(`flag.${code}.short`),
          current: view.flag === code,
          count: flagCounts[code],
        })),
      ]}
    />
  );
}

function useColumns({ runId, view, settings }: Table, writes: boolean): Column<RunTableRow>[] {
  const { t } = useTranslation("overview");
  const { t: course } = useTranslation("course");
  const language = useLanguage();
  const sort = (key: OrderKey): Column<RunTableRow>["sort"] => ({
    to: tableAddress(turned(view, key)),
    direction: view.key === key ? (view.descending ? "descending" : "ascending") : null,
  });
  const share = (value: number) => formatPercent(Math.floor(value * 100 + 1e-9) / 100, language);
  return [
    {
      key: "name",
      header: course("run.name"),
      phone: "title",
      sort: sort("jmeno"),
      cell: ({ name, state }) => (
        <>
          {name} {state !== "active" && <StatusTag>{course(`enrolmentState.${state}`)}</StatusTag>}
        </>
      ),
    },
    {
      key: "theory",
      header: t("table.theory"),
      sort: sort("teorie"),
      cell: ({ sums }) =>
        t("table.of", {
          done: formatTeachingHours(sums.theoryMinutes, language),
          total: formatTeachingHours(settings.theoryMinutes, language),
        }),
    },
    {
      key: "practice",
      header: t("table.practice"),
      sort: sort("praxe"),
      cell: ({ sums }) =>
        t("table.of", {
          done: formatMinutesAsHours(sums.practiceMinutes),
          total: formatMinutesAsHours(settings.practiceMinutes),
        }),
    },
    {
      key: "supervision",
      header: t("table.supervision"),
      sort: sort("supervize"),
      cell: ({ supervision: { kept, required } }) =>
        required === 0 ? t("table.notYet") : t("table.of", { done: kept, total: required }),
    },
    {
      key: "tests",
      header: t("table.tests"),
      sort: sort("testy"),
      cell: ({ tests: { passed, total } }) => t("table.of", { done: passed, total }),
    },
    {
      key: "attendance",
      header: t("table.attendance"),
      sort: sort("dochazka"),
      cell: ({ attendance: { share: reached, best } }) =>
        reached === null ? (
          t("table.notYet")
        ) : (
          <>
            {share(reached)}
            {best !== null && <span className="share-best">{t("table.best", { share: share(best) })}</span>}
          </>
        ),
    },
    {
      key: "flags",
      header: t("table.flags"),
      sort: sort("upozorneni"),
      cell: ({ enrolmentId, flags, lastActiveOn }) => (
        <>
          <FlagList flags={flags} />
          {writes && flags.length > 0 && (
            <Link to={`/behy/${runId}/zpravy?komu=${enrolmentId}`} className="no-print">
              {t("table.write")}
            </Link>
          )}
          {lastActiveOn && (
            <span className="share-best">
              {t("table.lastActive")} <Time value={lastActiveOn} />
            </span>
          )}
        </>
      ),
    },
  ];
}
