import { useTranslation } from "react-i18next";
import { Card, LinkButton, Section, Stack, TaskList } from "~/ui";
import type { StudyOverview } from "../operations/read-course.server";
import { OwnProgress } from "./overview/own-progress";
import { lessonLink, useStepTasks } from "./overview/step-tasks";

/** A trainee's own course: where to go on, how far the bridge is, what comes next. */
export function StudyPanel({ study }: { study: StudyOverview }) {
  const { t } = useTranslation("course");
  const { t: overview } = useTranslation("overview");
  const steps = useStepTasks(study);
  return (
    <>
      <Stack>
        <GoOn study={study} />
        <OwnProgress
          overview={study}
          action={<LinkButton to="/kurz/muj-prehled">{overview("own.open")}</LinkButton>}
        />
      </Stack>
      {steps.length > 0 && (
        <Section title={t("study.next")}>
          <TaskList items={steps} label={t("study.next")} />
        </Section>
      )}
    </>
  );
}

function GoOn({ study: { goOn, run } }: { study: StudyOverview }) {
  const { t } = useTranslation("course");
  if (!goOn || run.state === "closed") return null;
  const { heading } = goOn;
  return (
    <Card
      tone="clay"
      icon="course"
      level={2}
      title={goOn.title}
      lead={heading ? t("study.goOnAt", { heading: heading.text }) : t("study.goOnFirst")}
      footer={
        <LinkButton to={lessonLink(goOn)} iconEnd="arrowRight">
          {heading ? t("study.goOn") : t("study.start")}
        </LinkButton>
      }
    />
  );
}
