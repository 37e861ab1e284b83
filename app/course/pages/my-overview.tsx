import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { OwnExamSection, StandingSentence } from "~/certification/index";
import { ownExam } from "~/certification/index.server";
import { pageHandle } from "~/page";
import { EmptyState, LinkButton, PageHeader, Section, TaskList } from "~/ui";
import { readOwnOverview } from "../operations/overview/own-overview.server";
import { OwnDates } from "../parts/overview/own-dates";
import { OwnProgress } from "../parts/overview/own-progress";
import { OwnRequirements } from "../parts/overview/own-requirements";
import { OwnTests } from "../parts/overview/own-tests";
import { useStepTasks } from "../parts/overview/step-tasks";
import "../parts/course.css";
import "../parts/overview/overview.css";

export const handle = pageHandle({
  i18n: ["overview", "course", "certification", "exam"],
  title: () => "overview:own.title",
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "overview:own.title" }],
});

export const loader = guarded("course:study", async ({ actor, now }) => {
  const overview = await readOwnOverview(actor, { now });
  return { overview, exam: overview && (await ownExam(overview.standing.enrolmentId, { now })) };
});

/** A trainee's one page: what to do next, how far it is, what is missing and by when. */
export default function MyOverview() {
  const { overview, exam } = useLoaderData<typeof loader>();
  const { t } = useTranslation("overview");
  const tasks = useStepTasks(overview);
  if (!overview) {
    return (
      <>
        <PageHeader title={t("own.title")} />
        <EmptyState
          title={t("own.none")}
          text={t("own.noneText")}
          action={<LinkButton to="/kurz">{t("own.toCourse")}</LinkButton>}
        />
      </>
    );
  }
  const { run, standing } = overview;
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("own.title")} lead={<StandingSentence standing={standing} />} />
      <Section title={t("own.next")}>
        {tasks.length > 0 ? <TaskList items={tasks} label={t("own.next")} /> : <p>{t("own.nothing")}</p>}
      </Section>
      <OwnProgress overview={overview} />
      <Section title={t("own.dates")}>
        <OwnDates overview={overview} />
      </Section>
      {exam && <OwnExamSection exam={exam} />}
      <Section title={t("own.missing")} lead={t("own.missingLead")}>
        <OwnRequirements standing={standing} />
      </Section>
      <Section title={t("own.tests")} lead={t("own.testsLead")}>
        <OwnTests tests={overview.tests} />
      </Section>
    </>
  );
}
