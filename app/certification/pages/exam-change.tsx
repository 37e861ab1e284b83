import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, Notice, PageHeader, SubmitButton } from "~/ui";
import { changeExamForm } from "../exam-schema";
import { changeExamDay } from "../operations/exam/change-exam-day.server";
import { examDayToChange, examOptions } from "../operations/exam/exam-options.server";
import { ExamDayFields } from "../parts/exam/exam-day-fields";

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<PageData | undefined>({
  i18n: ["exam", "certification"],
  title: () => "exam:change.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.options.run.name ?? "", to: `/behy/${page?.options.run.id}` },
    { text: "exam:run.title", to: `/behy/${page?.options.run.id}/zkouska` },
    { text: "exam:day.title", to: `/zkousky/${page?.day.id}` },
    { text: "exam:change.title" },
  ],
});

export const loader = guarded("exam:record", async ({ actor, params, now }) => {
  const day = await examDayToChange(actor, params.id);
  const { runId, kind, id: dayId } = day;
  return { day, options: await examOptions(actor, { runId, kind, dayId }, { now }) };
});

export const action = guarded("exam:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, changeExamForm);
  if (!form.ok) return badForm(form.reply);
  await changeExamDay(actor, params.id, form.value, { now });
  return redirectWithToast(`/zkousky/${params.id}`, { kind: "success", text: "exam:toast.changed" });
});

/** Changes a planned day; when the list changes, the members declare again. */
export default function ChangeExamDay() {
  const { day, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("exam");
  return (
    <>
      <PageHeader eyebrow={options.run.name} title={t("change.title")} lead={t("change.lead")} />
      {day.state !== "planned" && <Notice tone="warning">{t("refusal.state")}</Notice>}
      <Form state={form} id="exam">
        <ErrorSummary />
        <HiddenField name="version" value={day.version} />
        <HiddenField name="kind" value={day.kind} />
        <ExamDayFields options={options} defaults={day} />
        <FormActions>
          <SubmitButton>{t("change.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
