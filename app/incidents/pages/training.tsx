import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import "~/course/index.parts";
import { pageHandle } from "~/page";
import { PageHeader, Stack } from "~/ui";
import { readTrainingOverview } from "../operations/training/read-overview.server";
import { TrainingPurpose, TrainingStanding } from "../parts/training/training-standing";
import { TrainingTestCard } from "../parts/training/training-test-card";
import { TrainingUnits } from "../parts/training/training-units";

export const handle = pageHandle({
  i18n: ["incidents", "testing"],
  title: () => "incidents:course.title",
  breadcrumbs: () => [{ text: "incidents:course.title" }],
});

export const loader = guarded(["incident:report", "course:read"], async ({ actor, now }) =>
  readTrainingOverview(actor, { now }),
);

export default function TrainingPage() {
  const training = useLoaderData<typeof loader>();
  const { t } = useTranslation("incidents");
  const { title, summary, units, goOn, test, trainedOn, mayReport } = training;
  return (
    <>
      <PageHeader
        eyebrow={t("course.title")}
        title={<span lang="cs">{title}</span>}
        lead={<span lang="cs">{summary}</span>}
      />
      <Stack>
        <TrainingStanding trainedOn={trainedOn} mayReport={mayReport} />
        <TrainingPurpose />
        <TrainingUnits units={units} goOn={goOn} />
        <TrainingTestCard test={test} trained={trainedOn !== null} />
      </Stack>
    </>
  );
}
