import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Stack,
  SubmitButton,
  TextArea,
} from "~/ui";
import { privateNoteLength } from "../codes";
import { recordSupervision } from "../operations/supervision/record-session.server";
import { supervisionChoices } from "../operations/supervision/supervision-choices.server";
import { supervisionSettings } from "../operations/supervision/supervision-settings.server";
import { ChooseRun } from "../parts/supervision/choose-run";
import { FormField } from "../parts/supervision/form-field";
import { PeopleFields } from "../parts/supervision/people-fields";
import { WhenFields } from "../parts/supervision/when-fields";
import { recordForm } from "../supervision-schema";

export const handle = pageHandle({
  i18n: "supervision",
  title: () => "supervision:record.title",
  breadcrumbs: () => [{ text: "supervision:title", to: "/supervize" }, { text: "supervision:record.title" }],
});

export const loader = guarded("supervision:record", async ({ actor, request, now }) => {
  const runId = new URL(request.url).searchParams.get("beh");
  const choices = await supervisionChoices(actor, runId, now);
  const { noteKeptMonths } = await supervisionSettings();
  const run = choices.runs.find(({ id }) => id === runId) ?? null;
  return { id: randomUUID(), today: dayOf(now), run, choices, noteKeptMonths };
});

export const action = guarded("supervision:record", async ({ actor, request, now }) => {
  const form = await readForm(request, recordForm);
  if (!form.ok) return badForm(form.reply);
  const { run, from, trainee, mentor, note, town, ...session } = form.value;
  const { id } = await recordSupervision(
    actor,
    {
      ...session,
      town: town ?? "",
      runId: run ?? null,
      startMinute: from,
      traineeIds: trainee,
      mentorIds: mentor,
      note: note ?? null,
    },
    { now },
  );
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text: "supervision:record.saved" });
});

/** A supervisor writes down a session nobody planned: the run first, then who was there. */
export default function RecordSupervision() {
  const { t } = useTranslation("supervision");
  const { id, today, run, choices, noteKeptMonths } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader title={t("record.title")} lead={t("record.lead")} />
      <Stack>
        <ChooseRun runs={choices.runs} chosen={run?.id ?? null} />
        <Form key={run?.id ?? "none"} state={form} id="session">
          <ErrorSummary />
          <HiddenField name="id" value={String(form?.values.id ?? id)} />
          {run && <HiddenField name="run" value={run.id} />}
          <WhenFields defaults={{ day: today, town: run?.town }} max={today} past />
          <FormField />
          <p>{t("record.whole")}</p>
          <PeopleFields
            choices={choices}
            withRun={run !== null}
            came
            mentorsOpen={form?.values.mentor !== undefined}
          />
          <TextArea
            name="note"
            optional
            label={t("field.note")}
            hint={t("field.noteHint", { months: noteKeptMonths, unconfirmed: t("unconfirmed") })}
            rows={5}
            maxLength={privateNoteLength}
            lang="cs"
          />
          <FormActions>
            <SubmitButton>{t("record.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}
