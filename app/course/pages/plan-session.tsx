import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { addDays, dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, PageHeader, SubmitButton } from "~/ui";
import { planSession } from "../operations/teaching/plan-session.server";
import { sessionOptions } from "../operations/teaching/session-options.server";
import { MakeUpNotice, NewSessionFields } from "../parts/teaching/new-session-fields";
import { sessionCrumbs } from "../parts/teaching/session-crumbs";
import { planForm } from "../teaching-schema";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:plan.title",
  breadcrumbs: ({ options: { run } }) => sessionCrumbs(run, "teaching:plan.title"),
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

/** `?nahrada=<id>` plans a make-up for the session with that id. */
export const loader = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const missed = new URL(request.url).searchParams.get("nahrada");
  return {
    id: crypto.randomUUID(),
    tomorrow: addDays(dayOf(now), 1),
    options: await sessionOptions(actor, params.id ?? "", missed),
  };
});

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, planForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  await planSession(actor, runId, form.value, { now });
  return redirectWithToast(`/behy/${runId}/vyuka`, { kind: "success", text: "teaching:toast.planned" });
});

export default function PlanSession() {
  const { id, tomorrow, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("teaching");
  const { run, missed } = options;
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t(missed ? "makeUp.title" : "plan.title")}
        lead={t("plan.lead")}
      />
      <MakeUpNotice missed={missed} />
      <Form state={form} id="session">
        <ErrorSummary />
        <NewSessionFields id={id} form={form} options={options} min={tomorrow} max={run.endsOn} />
        <FormActions>
          <SubmitButton>{t("plan.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
