import { randomUUID } from "node:crypto";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, formatDay, Notice, PageHeader, Section, Stack, useLanguage } from "~/ui";
import { readExam, type RunExam } from "../operations/exam.server";
import { recordExam } from "../operations/record-exam.server";
import { voidExamResult } from "../operations/void-exam-result.server";
import { AdmissionTable } from "../parts/admission-table";
import { ExamineeCard } from "../parts/examinee-card";
import { examParts } from "../codes";
import { examAction } from "../schema";

export const handle = pageHandle<RunExam | undefined>({
  i18n: ["certification", "course"],
  title: () => "certification:exam.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: "certification:exam.title" },
  ],
});

export const loader = guarded("exam:record", async ({ actor, params, now }) => {
  const exam = await readExam(actor, params.id);
  const examinees = exam.examinees.map((examinee) => ({ ...examinee, formId: randomUUID() }));
  return { ...exam, examinees, today: dayOf(now) };
});

export const action = guarded("exam:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, examAction);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const back = `/behy/${runId}/zkouska`;
  if (form.value.intent === "void") {
    await voidExamResult(actor, { id: form.value.result, reason: form.value.reason }, { now });
    return redirectWithToast(back, { kind: "success", text: "certification:exam.voidSaved" });
  }
  const { id, enrolment: enrolmentId, day, identity: identityChecked, ...given } = form.value;
  const outcomes = examParts.flatMap((part) =>
    given[part] ? [{ part, passed: given[part] === "passed" }] : [],
  );
  await recordExam(actor, { id, runId, enrolmentId, day, identityChecked, outcomes }, { now });
  return redirectWithToast(back, { kind: "success", text: "certification:exam.saved" });
});

/** The final exam of a run: who is admitted and why, and how it went. */
export default function ExamPage() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const { run, parts, resitWithinDays, examinees, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const admitted = examinees.filter((one) => !one.certified && one.admission.admitted);
  const notYet = examinees.filter((one) => !one.certified && !one.admission.admitted);
  const certified = examinees.filter((one) => one.certified);
  return (
    <>
      <PageHeader title={t("exam.title")} eyebrow={run.name} lead={t("exam.lead")} />
      <Stack>
        <Notice>
          <p>{t("admission.unconfirmed")}</p>
          <p>{t("exam.help", { days: resitWithinDays })}</p>
        </Notice>
        {examinees.length === 0 && <EmptyState title={t("exam.emptyTitle")} text={t("exam.emptyText")} />}
      </Stack>
      {examinees.length > 0 && (
        <Section title={t("exam.admittedTitle")}>
          {admitted.length === 0 && <p>{t("exam.admittedNone")}</p>}
          <Stack>
            {admitted.map((examinee) => (
              <ExamineeCard
                key={examinee.enrolmentId}
                examinee={examinee}
                runId={run.id}
                parts={parts}
                today={today}
                form={reply?.form}
              />
            ))}
          </Stack>
        </Section>
      )}
      {notYet.length > 0 && (
        <Section title={t("exam.waitingTitle")}>
          <AdmissionTable caption={t("exam.waitingTitle")} examinees={notYet} runId={run.id} />
        </Section>
      )}
      {certified.length > 0 && (
        <Section title={t("exam.certifiedTitle")}>
          <ul>
            {certified.map(({ enrolmentId, name, passedOn }) => (
              <li key={enrolmentId}>
                <Link to={`/behy/${run.id}/ucastnik/${enrolmentId}`}>{name}</Link>
                {passedOn && ` – ${t("exam.passed", { day: formatDay(passedOn, language) })}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
