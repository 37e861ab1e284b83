import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { ButtonGroup, LinkButton, PageHeader, Section } from "~/ui";
import { readCourse } from "../operations/read-course.server";
import { courseTests } from "../operations/testing/course-tests.server";
import { CourseOutline } from "../parts/course-outline";
import { StudyPanel } from "../parts/study-panel";
import "../parts/course.css";

export const handle = pageHandle({ i18n: ["course", "overview"], title: () => "course:course.title" });

export const loader = open(async ({ actor, now }) => {
  const { modules, study } = await readCourse(actor);
  const reads = actor?.can("course:read") ?? false;
  return {
    modules,
    study,
    tests: reads ? await courseTests(study, { now }) : {},
    reads,
    mayApply: !actor || actor.can("application:create"),
  };
});

export default function Course() {
  const { modules, study, tests, reads, mayApply } = useLoaderData<typeof loader>();
  const { t } = useTranslation("course");
  return (
    <>
      <PageHeader
        title={t("course.title")}
        lead={study ? undefined : reads ? t("course.leadReader") : t("course.lead")}
        actions={
          <ButtonGroup>
            {mayApply && !study && <LinkButton to="/kurz/prihlaska">{t("course.apply")}</LinkButton>}
            <LinkButton to="/kurz/slovnik" variant="quiet">
              {t("course.glossary")}
            </LinkButton>
          </ButtonGroup>
        }
      />
      {study && <StudyPanel study={study} />}
      <Section id="moduly" title={study ? t("course.ownModules") : t("course.modules")}>
        <CourseOutline modules={modules} tests={tests} studying={study !== null} />
      </Section>
    </>
  );
}
