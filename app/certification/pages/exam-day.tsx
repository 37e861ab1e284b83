import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded, networkOf } from "~/access/index.server";
import { pageHandle } from "~/page";
import { formatTime } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { formatDay, Notice, PageHeader, Section, Stack, Time, useLanguage } from "~/ui";
import { examDayAction } from "../exam-schema";
import { doOnExamDay } from "../operations/exam/do-on-exam-day.server";
import type { ExamDayView } from "../operations/exam/exam-day-view";
import { readExamDay } from "../operations/exam/read-exam-day.server";
import { CandidateCard } from "../parts/exam/candidate-card";
import { CommissionSection } from "../parts/exam/commission-section";
import { DayActions } from "../parts/exam/day-actions";
import { ExamDayTag } from "../parts/exam/exam-day-tag";
import { ProtocolSection } from "../parts/exam/protocol-section";
import { StepSection } from "../parts/exam/step-section";
import { VotesForm } from "../parts/exam/votes-form";

export const handle = pageHandle<ExamDayView | undefined>({
  i18n: ["exam", "certification"],
  title: () => "exam:day.title",
  breadcrumbs: (page) => [
    page?.you.organiser
      ? { text: "exam:run.title", to: `/behy/${page.run.id}/zkouska` }
      : { text: "exam:list.title", to: "/zkousky" },
    { text: "exam:day.title" },
  ],
});

export const loader = guarded(["exam:record", "exam:judge"], async ({ actor, params, now }) =>
  readExamDay(actor, params.id, { now }),
);

export const action = guarded(
  ["exam:record", "exam:judge"],
  async ({ actor, params, request, context, now }) => {
    const form = await readForm(request, examDayAction);
    if (!form.ok) return badForm(form.reply);
    const network = networkOf(context.address ?? "");
    const text = await doOnExamDay(actor, params.id, form.value, { now, network });
    return redirectWithToast(`/zkousky/${params.id}`, { kind: "success", text });
  },
);

/** One exam day: the commission, everybody examined, votes, and the protocol, in the order of the day. */
export default function ExamDayPage() {
  const day = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const { state, reopenings } = day;
  const live = state === "planned" || state === "open";
  return (
    <>
      <PageHeader
        eyebrow={day.run.name}
        title={t("day.titleOf", { kind: t(`kind.${day.kind}`), day: formatDay(day.heldOn, language) })}
        lead={`${formatTime(day.startMinute)}, ${day.place}. ${day.parts.map((part) => t(`part.${part}`)).join(", ")}.`}
        status={<ExamDayTag state={state} />}
        actions={<DayActions day={day} form={form} />}
      />
      {state === "cancelled" && (
        <Notice tone="warning" title={t("day.cancelled")}>
          {day.cancelReason}
        </Notice>
      )}
      {reopenings.map(({ at, by, reason }) => (
        <Notice key={at} tone="warning">
          <Time value={at} /> {t("day.reopened", { name: by, reason })}
        </Notice>
      ))}
      <CommissionSection day={day} form={form} />
      <Section title={t("day.candidates")} lead={t("day.candidatesLead")}>
        <Stack>
          {day.candidates.map((candidate) => (
            <CandidateCard key={candidate.id} day={day} candidate={candidate} form={form} />
          ))}
        </Stack>
      </Section>
      {state === "open" && day.you.member && <VotesForm day={day} form={form} />}
      {live && <StepSection day={day} form={form} />}
      <ProtocolSection day={day} form={form} />
    </>
  );
}
