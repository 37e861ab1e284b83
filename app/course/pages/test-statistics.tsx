import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { FilterBar, PageHeader, Select } from "~/ui";
import { moduleTestLink, statisticsLink } from "../lesson-links";
import { questionStatistics } from "../operations/testing/question-statistics.server";
import { StatisticsNotes, StatisticsTable } from "../parts/testing/statistics-table";
import "../parts/testing/testing.css";

type StatisticsData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<StatisticsData>({
  i18n: ["testing", "course"],
  title: ({ module }) => module.title,
  breadcrumbs: ({ module }) => [
    { text: "course:course.title", to: "/kurz" },
    { text: module.title, to: moduleTestLink(module.id) },
    { text: "testing:statistics.crumb" },
  ],
});

export const loader = guarded("run:read", async ({ actor, params, request }) => {
  const runId = new URL(request.url).searchParams.get("beh") || null;
  return questionStatistics(actor, { moduleId: params.module, runId });
});

export default function TestStatistics() {
  const { module, runs, run, attempts, questions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("testing");
  return (
    <>
      <PageHeader
        title={t("statistics.title", { title: module.title })}
        lead={t("statistics.lead", { count: attempts })}
      />
      <FilterBar
        action={statisticsLink(module.id)}
        active={run === null ? 0 : 1}
        reset={statisticsLink(module.id)}
      >
        <Select
          name="beh"
          label={t("statistics.run")}
          empty={t("statistics.allRuns")}
          defaultValue={run}
          options={runs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterBar>
      <StatisticsTable questions={questions} />
      <StatisticsNotes />
    </>
  );
}
