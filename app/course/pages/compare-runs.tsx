import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader, Section } from "~/ui";
import { compareRuns } from "../operations/overview/compare-runs.server";
import { ForecastRules } from "../parts/overview/forecast-rules";
import { ComparedRuns } from "../parts/overview/compared-runs";
import "../parts/course.css";
import "../parts/overview/overview.css";

export const handle = pageHandle({
  i18n: ["overview", "course"],
  title: () => "overview:compare.title",
  breadcrumbs: () => [{ text: "course:runs.title", to: "/behy" }, { text: "overview:compare.title" }],
});

export const loader = guarded("run:list", async ({ actor, now }) => ({
  runs: await compareRuns(actor, { now }),
}));

/** Runs side by side, with the forecast of graduates against the goal and how it is made. */
export default function CompareRuns() {
  const { runs } = useLoaderData<typeof loader>();
  const { t } = useTranslation("overview");
  return (
    <>
      <PageHeader title={t("compare.title")} lead={t("compare.lead")} />
      <ComparedRuns runs={runs} />
      <Section title={t("forecast.how")} lead={t("forecast.howLead")}>
        <ForecastRules />
      </Section>
    </>
  );
}
