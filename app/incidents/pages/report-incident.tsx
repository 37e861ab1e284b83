import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { PageHeader, Stack } from "~/ui";
import { ownReceipt, readReportForm } from "../operations/report-form.server";
import { reportIncident } from "../operations/report-incident.server";
import { ReportForm } from "../parts/report-form";
import { ReportReceipt } from "../parts/report-receipt";
import { SafetyNotice } from "../parts/safety-notice";
import { TrainingNeeded } from "../parts/training-needed";
import { reportForm } from "../schema";

export const handle = pageHandle({
  i18n: "incidents",
  title: () => "incidents:report.title",
  breadcrumbs: () => [{ text: "incidents:list.title", to: "/incidenty" }, { text: "incidents:report.title" }],
});

export const loader = guarded("incident:report", async ({ actor, request, now }) => {
  const sent = new URL(request.url).searchParams.get("prijato");
  const receipt = sent === null ? null : await ownReceipt(actor, sent);
  const { trained, offices } = await readReportForm(actor);
  return { receipt, trained, offices, id: randomUUID(), today: dayOf(now) };
});

export const action = guarded("incident:report", async ({ actor, request, now }) => {
  const form = await readForm(request, reportForm);
  if (!form.ok) return badForm(form.reply);
  const { id } = await reportIncident(actor, form.value, { now });
  return redirect(`/incidenty/nahlasit?prijato=${id}`);
});

export default function ReportIncidentPage() {
  const { t } = useTranslation("incidents");
  const { receipt, trained, offices, id, today } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  if (receipt) return <ReportReceipt number={receipt.number} />;
  if (!trained) return <TrainingNeeded />;
  return (
    <>
      <PageHeader title={t("report.title")} lead={t("report.lead")} />
      <Stack>
        <SafetyNotice />
        {/* A refused form keeps the id it was sent with, so that sending it again is still one report. */}
        <ReportForm id={keptId(state?.values?.id) ?? id} today={today} offices={offices} state={state} />
      </Stack>
    </>
  );
}

function keptId(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
