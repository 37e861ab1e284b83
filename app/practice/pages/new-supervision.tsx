import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { PageHeader, Stack } from "~/ui";
import { recordSupervision } from "../operations/record-supervision.server";
import { supervisionChoices } from "../operations/supervision-choices.server";
import { ChooseRun } from "../parts/choose-run";
import { SessionForm } from "../parts/session-form";
import { sessionForm } from "../schema";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:supervision.new.title",
  breadcrumbs: () => [
    { text: "practice:supervision.title", to: "/supervize" },
    { text: "practice:supervision.new.title" },
  ],
});

export const loader = guarded("supervision:record", async ({ actor, request, now }) => {
  const runId = new URL(request.url).searchParams.get("beh");
  const choices = await supervisionChoices(actor, runId);
  const run = choices.runs.find(({ id }) => id === runId) ?? null;
  return { id: randomUUID(), today: dayOf(now), run, choices };
});

export const action = guarded("supervision:record", async ({ actor, request, now }) => {
  const form = await readForm(request, sessionForm);
  if (!form.ok) return badForm(form.reply);
  const { run, from, trainee, mentor, note, ...session } = form.value;
  await recordSupervision(
    actor,
    {
      ...session,
      runId: run ?? null,
      startMinute: from,
      traineeIds: trainee,
      mentorIds: mentor,
      note: note ?? null,
    },
    { now },
  );
  return redirectWithToast("/supervize", { kind: "success", text: "practice:supervision.new.saved" });
});

/** A supervisor writes down a session: the run first, then who was there. */
export default function NewSupervision() {
  const { t } = useTranslation("practice");
  const { id, today, run, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("supervision.new.title")} lead={t("supervision.new.lead")} />
      <Stack>
        <ChooseRun runs={choices.runs} chosen={run?.id ?? null} />
        <SessionForm
          key={run?.id ?? "none"}
          id={id}
          today={today}
          run={run}
          choices={choices}
          form={reply?.form}
        />
      </Stack>
    </>
  );
}
