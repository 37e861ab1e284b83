import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ButtonGroup,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  PrintButton,
  SubmitButton,
} from "~/ui";
import { lessonLink } from "../lesson-links";
import { deviceKeyOf, requireSamePerson } from "../operations/learning/device-key.server";
import { readWorksheets } from "../operations/learning/read-worksheets.server";
import { saveWorksheets } from "../operations/learning/worksheets.server";
import { requireLesson } from "../operations/studying.server";
import { AnswerConflicts, FormerAnswers, WorksheetFields } from "../parts/learning/worksheet-fields";
import { worksheetsForm } from "../schema";
import "../parts/lesson.css";

type WorksheetsData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<WorksheetsData>({
  i18n: ["course", "learning"],
  title: ({ title }) => title,
  breadcrumbs: (page) => [
    { text: "course:course.title", to: "/kurz" },
    { text: page.title, to: lessonLink(page) },
    { text: "learning:worksheets.title" },
  ],
});

export const loader = guarded("course:study", async ({ actor, params }) => {
  const { lesson, worksheets, former } = await readWorksheets(actor, {
    module: params.module,
    lesson: params.lesson,
  });
  const { id, moduleId, title } = lesson;
  return { id, moduleId, title, worksheets, former, owner: deviceKeyOf(actor) };
});

/** Saves a lesson's answers sent as a form: the way without scripts. */
export const action = guarded("course:study", async ({ actor, params, request, now }) => {
  const address = { module: params.module, lesson: params.lesson };
  const lesson = requireLesson(address);
  const form = await readForm(request, worksheetsForm(lesson.text.worksheets.map(({ id }) => id)));
  if (!form.ok) return badForm(form.reply);
  requireSamePerson(actor, form.value.owner);
  const saved = await saveWorksheets(actor, address, form.value.answers, { now });
  const conflicts = saved.filter((answer) => answer.kind === "conflict");
  if (conflicts.length > 0) return data({ form: undefined, conflicts }, { status: 409 });
  return redirectWithToast(`${lessonLink(lesson)}/sesit`, { kind: "success", text: "learning:toast.saved" });
});

/** A trainee's own worksheets of one lesson: to write in without scripts, and to print. */
export default function WorksheetsPage() {
  const { t } = useTranslation("learning");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const conflicts = reply && "conflicts" in reply ? reply.conflicts : [];
  return (
    <>
      <PageHeader
        eyebrow={page.title}
        title={t("worksheets.title")}
        lead={t("worksheets.lead")}
        actions={
          <ButtonGroup>
            <LinkButton to={lessonLink(page)} variant="secondary">
              {t("worksheets.toLesson")}
            </LinkButton>
            <PrintButton>{t("worksheets.print")}</PrintButton>
          </ButtonGroup>
        }
      />
      <AnswerConflicts conflicts={conflicts} worksheets={page.worksheets} />
      {page.worksheets.length === 0 && <Notice>{t("worksheets.none")}</Notice>}
      {page.worksheets.length > 0 && (
        <Form action={`${lessonLink(page)}/sesit`} state={reply?.form} className="worksheet-book">
          <ErrorSummary />
          <HiddenField name="owner" value={page.owner} />
          <WorksheetFields worksheets={page.worksheets} conflicts={conflicts} />
          <FormActions>
            <SubmitButton>{t("worksheets.save")}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <FormerAnswers answers={page.former} />
    </>
  );
}
