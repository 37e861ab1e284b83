import { randomUUID } from "node:crypto";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, PageHeader, Stack, SubmitButton } from "~/ui";
import { planSupervision } from "../operations/supervision/plan-session.server";
import { supervisionChoices } from "../operations/supervision/supervision-choices.server";
import { ChooseRun } from "../parts/supervision/choose-run";
import { FormField } from "../parts/supervision/form-field";
import { PeopleFields } from "../parts/supervision/people-fields";
import { WhenFields } from "../parts/supervision/when-fields";
import { planForm } from "../supervision-schema";

export const handle = pageHandle({
  i18n: "supervision",
  title: () => "supervision:plan.title",
  breadcrumbs: () => [{ text: "supervision:title", to: "/supervize" }, { text: "supervision:plan.title" }],
});

export const loader = guarded("supervision:record", async ({ actor, request, now }) => {
  const runId = new URL(request.url).searchParams.get("beh");
  const choices = await supervisionChoices(actor, runId, now);
  const run = choices.runs.find(({ id }) => id === runId) ?? null;
  return { id: randomUUID(), today: dayOf(now), run, choices };
});

export const action = guarded("supervision:record", async ({ actor, request, now }) => {
  const form = await readForm(request, planForm);
  if (!form.ok) return badForm(form.reply);
  const { id } = await planSupervision(actor, form.value, { now });
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text: "supervision:plan.saved" });
});

/** A supervisor plans a session: the run first, then when, where and whom. */
export default function PlanSupervision() {
  const { t } = useTranslation("supervision");
  const { id, today, run, choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader title={t("plan.title")} lead={t("plan.lead")} />
      <Stack>
        <p>
          <Link to="/supervize/zapis">{t("plan.toRecord")}</Link>
        </p>
        <ChooseRun runs={choices.runs} chosen={run?.id ?? null} />
        <Form key={run?.id ?? "none"} state={form} id="session">
          <ErrorSummary />
          <HiddenField name="id" value={String(form?.values.id ?? id)} />
          {run && <HiddenField name="run" value={run.id} />}
          <WhenFields defaults={{ town: run?.town }} min={today} />
          <FormField />
          <PeopleFields
            choices={choices}
            withRun={run !== null}
            mentorsOpen={form?.values.mentor !== undefined}
          />
          <FormActions>
            <SubmitButton>{t("plan.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}
