import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  SubmitButton,
  useLanguage,
} from "~/ui";
import { recordSession } from "../operations/teaching/record-session.server";
import { sessionOptions } from "../operations/teaching/session-options.server";
import { SessionFields } from "../parts/teaching/session-fields";
import { sessionWhen } from "../parts/teaching/session-when";
import { runCredits } from "../rules/run-states";
import { recordForm } from "../teaching-schema";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: () => "teaching:record.title",
  breadcrumbs: ({ options: { run } }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "teaching:list.title", to: `/behy/${run.id}/vyuka` },
    { text: "teaching:record.title" },
  ],
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
  const language = useLanguage();
  const { run, missed, trainees, place, trainer } = options;
  const credits = runCredits(run.state);
  const expected = trainees.filter(({ enrolmentId }) => !missed || missed.absent.includes(enrolmentId));
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("record.title")} lead={t("record.lead")} />
      {!credits && <Notice>{t("record.notRunning")}</Notice>}
      {credits && trainees.length === 0 && <Notice>{t("record.noTrainees")}</Notice>}
      {missed && (
        <Notice>
          {t("makeUp.for", { topic: missed.session.topic, when: sessionWhen(missed.session, language) })}
        </Notice>
      )}
      {credits && trainees.length > 0 && (
        <Form state={form} id="session">
          <ErrorSummary />
          <HiddenField name="id" value={String(form?.values.id ?? id)} />
          {missed && <HiddenField name="makeUpFor" value={missed.session.id} />}
          <SessionFields
            options={options}
            defaults={{
              place,
              trainerId: trainer,
              day: today,
              topic: missed?.session.topic,
              from: "09:00",
              to: "12:15",
              breakMinutes: 15,
            }}
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
