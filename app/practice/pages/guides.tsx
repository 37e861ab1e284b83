import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, Notice, PageHeader, Stack } from "~/ui";
import { assignGuide, endGuide } from "../operations/guides/assign-guide.server";
import { runGuides } from "../operations/guides/run-guides.server";
import { TraineeGuides } from "../parts/guides/trainee-guides";
import { guideForm } from "../schema";

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<PageData | undefined>({
  i18n: "practice",
  title: () => "practice:guides.title",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: "practice:guides.title" },
  ],
});

export const loader = guarded("guide:assign", async ({ actor, params, now }) => {
  const { run, trainees, mentors } = await runGuides(actor, params.id ?? "", { now });
  return { run, mentors, trainees: trainees.map((trainee) => ({ ...trainee, newId: randomUUID() })) };
});

export const action = guarded("guide:assign", async ({ actor, params, request, now }) => {
  const form = await readForm(request, guideForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const { value } = form;
  if (value.intent === "assign") {
    const { id, enrolment: enrolmentId, mentor: mentorId } = value;
    await assignGuide(actor, runId, { id, enrolmentId, mentorId }, { now });
  } else {
    await endGuide(actor, runId, value.guide, { now });
  }
  const text = value.intent === "assign" ? "practice:guides.assigned" : "practice:guides.ended";
  return redirectWithToast(`/behy/${runId}/pruvodci`, { kind: "success", text });
});

/** Guides of a run's trainees: who goes out with whom, since when and until when. */
export default function GuidesPage() {
  const { t } = useTranslation("practice");
  const { run, trainees, mentors } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("guides.title")} lead={t("guides.lead")} />
      <Stack>
        {mentors.length === 0 && <Notice>{t("guides.noMentors")}</Notice>}
        {trainees.length === 0 && <EmptyState title={t("guides.emptyTitle")} text={t("guides.emptyText")} />}
        {trainees.map((trainee) => (
          <TraineeGuides
            key={trainee.enrolmentId}
            trainee={trainee}
            mentors={mentors}
            newId={trainee.newId}
            form={form}
          />
        ))}
      </Stack>
    </>
  );
}
