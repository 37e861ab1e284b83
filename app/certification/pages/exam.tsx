import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, LinkButton, PageHeader, Section, Stack } from "~/ui";
import { readRunExam, type RunExam } from "../operations/exam/read-run-exam.server";
import { voidExamResult } from "../operations/exam/void-exam-result.server";
import { ExamDayTable } from "../parts/exam/exam-day-table";
import { ExamineeCard } from "../parts/exam/examinee-card";
import { formOfIntent } from "../parts/exam/form-of-candidate";
import { LawNotice } from "../parts/exam/law-notice";
import { voidResultForm } from "../exam-schema";

export const handle = pageHandle<RunExam | undefined>({
  i18n: ["exam", "certification"],
  title: () => "exam:run.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: "exam:run.title" },
  ],
});

export const loader = guarded("exam:record", async ({ actor, params }) => readRunExam(actor, params.id));

export const action = guarded("exam:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, voidResultForm);
  if (!form.ok) return badForm(form.reply);
  await voidExamResult(actor, { id: form.value.result, reason: form.value.reason }, { now });
  const back = `/behy/${params.id ?? ""}/zkouska`;
  return redirectWithToast(back, { kind: "success", text: "exam:toast.voided" });
});

/** The final exam of a run: its days, and everybody with the calculation of the admission. */
export default function ExamPage() {
  const { t } = useTranslation("exam");
  const { run, limits, days, examinees, mayVoid } = useLoaderData<typeof loader>();
  const form = formOfIntent(useActionData<typeof action>()?.form, "void");
  const voiding = mayVoid ? { form } : undefined;
  const done = examinees.filter(({ standing }) => standing.examPassedOn !== null);
  const open = examinees.filter(({ standing }) => standing.examPassedOn === null);
  const groups = [
    { key: "admitted", people: open.filter(({ standing }) => standing.admission.admitted) },
    { key: "waiting", people: open.filter(({ standing }) => !standing.admission.admitted) },
    { key: "passed", people: done },
  ] as const;
  return (
    <>
      <PageHeader
        title={t("run.title")}
        eyebrow={run.name}
        lead={t("run.lead")}
        actions={<LinkButton to="nova">{t("run.plan")}</LinkButton>}
      />
      <LawNotice limits={limits} />
      <Section title={t("run.days")}>
        <ExamDayTable caption={t("run.days")} days={days} empty={<p>{t("run.noDays")}</p>} />
      </Section>
      {examinees.length === 0 && <EmptyState title={t("run.emptyTitle")} text={t("run.emptyText")} />}
      {groups.map(
        ({ key, people }) =>
          people.length > 0 && (
            <Section key={key} title={t(`run.${key}`)}>
              <Stack>
                {people.map((examinee) => (
                  <ExamineeCard
                    key={examinee.enrolmentId}
                    examinee={examinee}
                    runId={run.id}
                    voiding={voiding}
                  />
                ))}
              </Stack>
            </Section>
          ),
      )}
    </>
  );
}
