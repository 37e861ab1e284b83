import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { QuestionAnswers } from "~/course/index.parts";
import { pageHandle } from "~/page";
import { ButtonGroup, LinkButton, Notice, PageHeader, Stack } from "~/ui";
import { readTrainingResult } from "../operations/training/take-test.server";
import { trainingLink, trainingTestLink, unitLink } from "../rules/monitoring-training";

export const handle = pageHandle({
  i18n: ["incidents", "testing"],
  title: () => "testing:result.title",
  breadcrumbs: () => [{ text: "incidents:course.title", to: trainingLink }, { text: "testing:result.title" }],
});

export const loader = guarded("incident:report", async ({ actor, params }) =>
  readTrainingResult(actor, params.attempt),
);

export default function TrainingResultPage() {
  const {
    passed,
    correctCount: correct,
    questionCount: total,
    questions,
    trained,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["incidents", "testing"]);
  return (
    <>
      <PageHeader eyebrow={t("course.test")} title={t("testing:result.title")} />
      <Stack>
        <Notice
          tone={passed ? "success" : "info"}
          title={t(passed ? "testing:result.passed" : "testing:result.failed", { correct, total })}
        >
          {t(
            passed && trained
              ? "course.nowReport"
              : passed
                ? "testing:result.passedText"
                : "course.failedText",
          )}
        </Notice>
        <ButtonGroup>
          {trained && <LinkButton to="/incidenty/nahlasit">{t("list.report")}</LinkButton>}
          {!passed && (
            <LinkButton to={trainingTestLink} variant={trained ? "secondary" : "primary"}>
              {t("course.testOpen")}
            </LinkButton>
          )}
          <LinkButton to={trainingLink} variant="quiet">
            {t("course.back")}
          </LinkButton>
        </ButtonGroup>
      </Stack>
      <QuestionAnswers questions={questions} placeLink={({ id, anchor }) => unitLink(id, anchor)} />
    </>
  );
}
