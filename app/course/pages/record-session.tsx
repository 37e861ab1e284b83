import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { CheckboxGroup, ErrorSummary, Form, FormActions, Notice, PageHeader, SubmitButton } from "~/ui";
import { recordSession } from "../operations/teaching/record-session.server";
import { sessionOptions } from "../operations/teaching/session-options.server";
import { MakeUpNotice, NewSessionFields } from "../parts/teaching/new-session-fields";
import { sessionCrumbs } from "../parts/teaching/session-crumbs";
import { runCredits } from "../rules/run-states";
import { recordForm } from "../teaching-schema";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:record.title",
  breadcrumbs: ({ options: { run } }) => sessionCrumbs(run, "teaching:record.title"),
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

/** `?nahrada=<id>` writes down a make-up for the session with that id. */
export const loader = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const missed = new URL(request.url).searchParams.get("nahrada");
  return {
    id: crypto.randomUUID(),
    today: dayOf(now),
    options: await sessionOptions(actor, params.id ?? "", missed),
  };
});

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, recordForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const { whole, less } = await recordSession(actor, runId, form.value, { now });
  const to = `/behy/${runId}/vyuka/${form.value.id}`;
  if (less > 0)
    return redirectWithToast(to, { kind: "info", text: "teaching:toast.recordedLess", values: { less } });
  return redirectWithToast(to, { kind: "success", text: "teaching:toast.recorded", values: { whole } });
});

export default function RecordSession() {
  const { id, today, options } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("teaching");
  const { run, missed, trainees } = options;
  const credits = runCredits(run.state);
  const expected = trainees.filter(({ enrolmentId }) => !missed || missed.absent.includes(enrolmentId));
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("record.title")} lead={t("record.lead")} />
      {!credits && <Notice>{t("record.notRunning")}</Notice>}
      {credits && trainees.length === 0 && <Notice>{t("record.noTrainees")}</Notice>}
      <MakeUpNotice missed={missed} />
      {credits && trainees.length > 0 && (
        <Form state={form} id="session">
          <ErrorSummary />
          <NewSessionFields
            id={id}
            form={form}
            options={options}
            day={today}
            min={run.startsOn}
            max={today}
          />
          <CheckboxGroup
            name="present"
            label={t("record.present")}
            hint={t("record.presentHint")}
            defaultValue={expected.map(({ enrolmentId }) => enrolmentId)}
            options={trainees.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))}
          />
          <FormActions>
            <SubmitButton>{t("record.submit")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
