import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EntriesTable, PracticeBalance } from "~/practice/index.parts";
import {
  Card,
  Columns,
  DescriptionList,
  formatDayRange,
  formatMinutesAsHours,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  Timeline,
  useLanguage,
} from "~/ui";
import { issueCertificate } from "../operations/issue-certificate.server";
import { readTrainee, type TraineeDetail } from "../operations/read-trainee.server";
import { AdmissionSum } from "../parts/admission-sum";
import { ExamResults } from "../parts/exam/exam-results";
import { IssueBox } from "../parts/issue-box";
import { LedgerTable } from "../parts/ledger-table";
import { RequirementsTable } from "../parts/requirements-table";
import { StandingSentence } from "../parts/standing-sentence";
import { StandingTag } from "../parts/standing-tag";
import { issueForm } from "../schema";

export const handle = pageHandle<TraineeDetail | undefined>({
  i18n: ["certification", "exam", "practice"],
  title: (page) => page?.name ?? "",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: page?.name ?? "" },
  ],
});

export const loader = guarded("run:read", async ({ actor, params }) => ({
  ...(await readTrainee(actor, params.id, params.enrolment)),
  formId: randomUUID(),
}));

export const action = guarded("certificate:issue", async ({ actor, params, request, now }) => {
  const form = await readForm(request, issueForm);
  if (!form.ok) return badForm(form.reply);
  const enrolmentId = params.enrolment ?? "";
  const { id, number } = await issueCertificate(actor, { id: form.value.id, enrolmentId }, { now });
  return redirectWithToast(`/osvedceni/${id}`, {
    kind: "success",
    text: "certification:issue.done",
    values: { number },
  });
});

/** One trainee, for the trainer and the coordinator: what is done, what is missing, and the certificate. */
export default function TraineePage() {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { standing, practice, run } = page;
  return (
    <>
      <PageHeader
        title={page.name}
        eyebrow={run.name}
        lead={<StandingSentence standing={standing} />}
        status={<StandingTag standing={standing} />}
      />
      <Columns
        main={
          <>
            <Section title={t("trainee.standing")}>
              <RequirementsTable graduation={standing.graduation} gaps={standing.supervision.gaps} />
            </Section>
            <Section
              title={t("trainee.practice")}
              actions={
                page.mayReview && (
                  <LinkButton to="praxe" variant="secondary" size="sm">
                    {t("trainee.toBalance")}
                  </LinkButton>
                )
              }
            >
              <PracticeBalance balance={page.balance} />
              {practice.entries.length > 0 ? (
                <EntriesTable caption={t("trainee.practiceCaption")} entries={practice.entries} />
              ) : (
                <p>{t("trainee.practiceNone")}</p>
              )}
            </Section>
            <Section
              title={t("trainee.ledger")}
              lead={t("trainee.ledgerLead")}
              actions={
                <LinkButton to="hodiny" variant="secondary" size="sm">
                  {t("trainee.toLedger")}
                </LinkButton>
              }
            >
              <LedgerTable entries={page.ledger} teachingHour={run.teachingHour} />
            </Section>
          </>
        }
        side={
          <Stack>
            <IssueBox
              name={page.name}
              standing={standing}
              formId={page.formId}
              mayIssue={page.mayIssue}
              form={reply?.form}
            />
            <Card title={t("trainee.exam")} level={2}>
              <div className="stack">
                {!standing.certificate && <AdmissionSum admission={standing.admission} />}
                <ExamResults results={page.results} />
                {page.mayExamine && standing.state === "active" && (
                  <LinkButton to={`/behy/${run.id}/zkouska`} variant="secondary">
                    {t("trainee.toExam")}
                  </LinkButton>
                )}
              </div>
            </Card>
            <Card title={t("trainee.supervision")} level={2}>
              {practice.supervisions.length === 0 ? (
                <p>{t("trainee.supervisionNone")}</p>
              ) : (
                <Timeline
                  label={t("trainee.supervision")}
                  items={practice.supervisions.map(({ id, day, town, minutes }) => ({
                    id,
                    at: day,
                    title: t("trainee.supervisionItem", { town, length: formatMinutesAsHours(minutes) }),
                    icon: "supervision" as const,
                  }))}
                />
              )}
            </Card>
            <Card title={t("trainee.run")} level={2}>
              <DescriptionList
                columns={2}
                items={[
                  { label: t("trainee.dates"), value: formatDayRange(run.startsOn, run.endsOn, language) },
                  { label: t("trainee.enrolment"), value: t(`trainee.state.${standing.state}`) },
                ]}
              />
            </Card>
          </Stack>
        }
      />
    </>
  );
}
