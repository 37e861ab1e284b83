import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Notice, PageHeader, Section } from "~/ui";
import { correctHours } from "../operations/learning/correct-hours.server";
import { readTraineeHours } from "../operations/learning/read-hours.server";
import { HourSums, LedgerEntries, LessonTimesTable } from "../parts/learning/hours";
import { CorrectionForms } from "../parts/learning/correction-forms";
import { runCredits } from "../rules/run-states";
import { hoursForm } from "../schema";
import "../parts/lesson.css";

type HoursData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<HoursData>({
  i18n: ["course", "learning"],
  title: ({ name }) => name,
  breadcrumbs: ({ name, run, enrolmentId }) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: name, to: `/behy/${run.id}/ucastnik/${enrolmentId}` },
    { text: "learning:hours.ledger" },
  ],
});

export const loader = guarded("theory:credit", async ({ actor, params }) => {
  const { enrolment, ...reading } = await readTraineeHours(actor, params.id, params.enrolment);
  const { id, name, settings, state } = enrolment.run;
  return {
    ...reading,
    enrolmentId: enrolment.id,
    run: { id, name, settings },
    mayCorrect: runCredits(state) && enrolment.state === "active" && enrolment.accountId !== actor.accountId,
    formId: randomUUID(),
  };
});

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, hoursForm);
  if (!form.ok) return badForm(form.reply);
  const place = { runId: params.id, enrolmentId: params.enrolment };
  await correctHours(actor, place, form.value, { now });
  return redirectWithToast(`/behy/${params.id}/ucastnik/${params.enrolment}/hodiny`, {
    kind: "success",
    text: "learning:toast.corrected",
  });
});

/** A trainee's ledger for those who credit hours, with corrections as entries of their own. */
export default function TraineeHoursPage() {
  const { t } = useTranslation("learning");
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader eyebrow={page.name} title={t("hours.ledger")} lead={t("hours.ledgerLead")} />
      <HourSums sums={page.sums} settings={page.run.settings} />
      <Section title={t("hours.entries")}>
        <LedgerEntries entries={page.entries} teachingHour={page.run.settings.teachingHour} />
      </Section>
      <Section title={t("hours.times")} lead={t("hours.timesLead")}>
        <LessonTimesTable lessons={page.lessons} />
      </Section>
      <Section id="oprava" title={t("correct.title")} lead={t("correct.lead")}>
        {page.mayCorrect ? (
          <CorrectionForms entries={page.entries} modules={page.modules} formId={page.formId} form={form} />
        ) : (
          <Notice>{t("correct.notNow")}</Notice>
        )}
      </Section>
    </>
  );
}
