import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { addDays, dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  SubmitButton,
  useLanguage,
} from "~/ui";
import { planSession } from "../operations/teaching/plan-session.server";
import { sessionOptions } from "../operations/teaching/session-options.server";
import { SessionFields } from "../parts/teaching/session-fields";
import { sessionWhen } from "../parts/teaching/session-when";
import { planForm } from "../teaching-schema";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:plan.title",
  breadcrumbs: ({ options: { run } }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "teaching:list.title", to: `/behy/${run.id}/vyuka` },
    { text: "teaching:plan.title" },
  ],
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
  const language = useLanguage();
  const { run, missed, place, trainer } = options;
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t(missed ? "makeUp.title" : "plan.title")}
        lead={t("plan.lead")}
      />
      {missed && (
        <Notice>
          {t("makeUp.for", { topic: missed.session.topic, when: sessionWhen(missed.session, language) })}
        </Notice>
      )}
      <Form state={form} id="session">
        <ErrorSummary />
        <HiddenField name="id" value={String(form?.values.id ?? id)} />
        {missed && <HiddenField name="makeUpFor" value={missed.session.id} />}
        <SessionFields
          options={options}
          defaults={{
            place,
            trainerId: trainer,
            topic: missed?.session.topic,
            from: "09:00",
            to: "12:15",
            breakMinutes: 15,
          }}
          min={tomorrow}
          max={run.endsOn}
        />
        <FormActions>
          <SubmitButton>{t("plan.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
