import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { redirectWithToast } from "~/platform/toast.server";
import { Form, FormActions, LinkButton, Notice, PageHeader, Section, SubmitButton } from "~/ui";
import { lessonLink } from "../lesson-links";
import { noteVersionSeen, readChanges } from "../operations/learning/lesson-changes.server";
import { TextChanges } from "../parts/learning/text-changes";
import "../parts/lesson.css";

type ChangesData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<ChangesData>({
  i18n: ["course", "learning"],
  title: ({ title }) => title,
  breadcrumbs: (page) => [
    { text: "course:course.title", to: "/kurz" },
    { text: page.title, to: lessonLink(page) },
    { text: "learning:changes.title" },
  ],
});

export const loader = guarded("course:study", async ({ actor, params }) => {
  const { lesson, ...reading } = await readChanges(actor, { module: params.module, lesson: params.lesson });
  return { ...reading, id: lesson.id, moduleId: lesson.moduleId, title: lesson.title };
});

/** The trainee knows the new text; earned hours are not touched. */
export const action = guarded("course:study", async ({ actor, params, now }) => {
  await noteVersionSeen(actor, { module: params.module, lesson: params.lesson }, { now });
  return redirectWithToast(`/kurz/${params.module}/${params.lesson}`, {
    kind: "success",
    text: "learning:toast.versionSeen",
  });
});

/** What changed in a lesson since the trainee read it. */
export default function LessonChangesPage() {
  const { t } = useTranslation("learning");
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        eyebrow={page.title}
        title={t("changes.title")}
        lead={page.credited ? t("changes.leadCredited") : t("changes.lead")}
        actions={
          <LinkButton to={lessonLink(page)} variant="secondary">
            {t("worksheets.toLesson")}
          </LinkButton>
        }
      />
      {page.state === "changed" ? (
        <Section title={t("changes.paragraphs")} lead={t("changes.legend")}>
          <TextChanges changes={page.changes} />
        </Section>
      ) : (
        <Notice>{t(`changes.${page.state}`)}</Notice>
      )}
      {page.state !== "none" && !page.seen && (
        <Form className="no-print">
          <FormActions>
            <SubmitButton>{t("changes.seen")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
