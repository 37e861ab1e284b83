import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Notice, PageHeader, Section, formatDateTime, useLanguage } from "~/ui";
import { codeIncident } from "../operations/code-incident.server";
import { readIncident } from "../operations/read-incident.server";
import { verifyIncident } from "../operations/verify-incident.server";
import { AnalysisRecord } from "../parts/analysis-record";
import { CodedRecord } from "../parts/coded-record";
import { StoryRecord } from "../parts/story-record";
import { VerificationHistory } from "../parts/verification-history";
import { VerificationTag } from "../parts/verification-tag";
import { codingForm, intentForm, verificationForm } from "../schema";

export const handle = pageHandle<{ incident: { number: string } }>({
  i18n: "incidents",
  title: ({ incident }) => incident.number,
  breadcrumbs: ({ incident }) => [
    { text: "incidents:list.title", to: "/incidenty" },
    { text: incident.number },
  ],
});

export const loader = guarded("incident:read", async ({ actor, params, now }) => {
  const incident = await readIncident(actor, params.id ?? "", { now });
  return { incident, nextVerification: randomUUID(), nextCoding: randomUUID() };
});

export const action = guarded("incident:verify", async ({ actor, request, params, now }) => {
  const id = params.id ?? "";
  const copy = request.clone();
  const intent = await readForm(request, intentForm);
  if (!intent.ok) throw new AppError("badRequest");
  if (intent.value.intent === "code") {
    const form = await readForm(copy, codingForm);
    if (!form.ok) return badForm(form.reply);
    await codeIncident(actor, id, form.value, { now });
    return redirectWithToast(`/incidenty/${id}`, { kind: "success", text: "incidents:coding.saved" });
  }
  const form = await readForm(copy, verificationForm);
  if (!form.ok) return badForm(form.reply);
  await verifyIncident(actor, id, form.value, { now });
  return redirectWithToast(`/incidenty/${id}`, { kind: "success", text: "incidents:verify.saved" });
});

/** After a conflict the page must show what the other person saved, beside what was typed here. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function IncidentPage() {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  const { incident, nextVerification, nextCoding } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader
        title={t("detail.number", { number: incident.number })}
        status={<VerificationTag verification={incident.verification} />}
        lead={t("detail.reported", { at: formatDateTime(incident.reportedAt, language) })}
      />
      <Section title={t("detail.codes")}>
        <CodedRecord {...incident} />
      </Section>
      {incident.story ? <StoryRecord {...incident.story} /> : <Notice>{t("detail.noStory")}</Notice>}
      <VerificationHistory items={incident.verifications} own={incident.own} />
      {incident.analysis && (
        <AnalysisRecord
          incident={incident}
          analysis={incident.analysis}
          nextVerification={nextVerification}
          nextCoding={nextCoding}
          state={state}
        />
      )}
      <p className="text-sm text-ink-soft">{t("detail.audited")}</p>
    </>
  );
}
