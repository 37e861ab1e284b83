import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SubmitButton,
  Tabs,
} from "~/ui";
import { planExamForm } from "../exam-schema";
import { examOptions } from "../operations/exam/exam-options.server";
import { planExamDay } from "../operations/exam/plan-exam-day.server";
import { ExamDayFields } from "../parts/exam/exam-day-fields";
import { examKinds } from "../rules/exam/codes";

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<PageData | undefined>({
  i18n: ["exam", "certification"],
  title: () => "exam:plan.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.options.run.name ?? "", to: `/behy/${page?.options.run.id}` },
    { text: "exam:run.title", to: `/behy/${page?.options.run.id}/zkouska` },
    { text: "exam:plan.title" },
  ],
});

/** `?druh=resit` plans a resit, `?druh=substitute` a substitute day. */
export const loader = guarded("exam:record", async ({ actor, params, request, now }) => {
  const asked = new URL(request.url).searchParams.get("druh");
  const kind = examKinds.find((one) => one === asked) ?? "regular";
  return {
    id: crypto.randomUUID(),
    options: await examOptions(actor, { runId: params.id ?? "", kind }, { now }),
  };
});

export const action = guarded("exam:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, planExamForm);
  if (!form.ok) return badForm(form.reply);
  const { id } = await planExamDay(actor, params.id, form.value, { now });
  return redirectWithToast(`/zkousky/${id}`, { kind: "success", text: "exam:toast.planned" });
});

/** Plans an exam day: when, who is examined and by whom. */
export default function PlanExamDay() {
  const { id, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("exam");
  if (options.candidates.length === 0) {
    return (
      <>
        <PageHeader eyebrow={options.run.name} title={t("plan.title")} />
        <EmptyState title={t("run.emptyTitle")} text={t("run.emptyText")} />
      </>
    );
  }
  const admitted = options.candidates.filter(({ refusal }) => refusal === null);
  return (
    <>
      <PageHeader eyebrow={options.run.name} title={t("plan.title")} lead={t("plan.lead")} />
      <Tabs
        label={t("plan.kind")}
        items={examKinds.map((kind) => ({
          to: `?druh=${kind}`,
          label: t(`kind.${kind}`),
          current: kind === options.kind,
        }))}
      />
      <p className="mb-6">{t(`plan.for.${options.kind}`)}</p>
      <Form state={form} id="exam" key={options.kind}>
        <ErrorSummary />
        <HiddenField name="id" value={String(form?.values.id ?? id)} />
        <HiddenField name="kind" value={options.kind} />
        <ExamDayFields
          options={options}
          defaults={{
            place: options.run.town,
            candidates: options.kind === "regular" ? admitted.map(({ enrolmentId }) => enrolmentId) : [],
          }}
        />
        <FormActions>
          <SubmitButton>{t("plan.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
