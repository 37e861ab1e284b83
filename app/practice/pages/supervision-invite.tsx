import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, PageHeader, Stack, SubmitButton } from "~/ui";
import { invitePeople } from "../operations/supervision/invite-people.server";
import { readSupervision } from "../operations/supervision/read-session.server";
import { supervisionChoices } from "../operations/supervision/supervision-choices.server";
import { ChooseRun } from "../parts/supervision/choose-run";
import { PeopleFields } from "../parts/supervision/people-fields";
import { useWhen } from "../parts/supervision/session-words";
import { inviteForm } from "../supervision-schema";

export const handle = pageHandle<PageData>({
  i18n: "supervision",
  title: () => "supervision:invite.title",
  breadcrumbs: ({ session }) => [
    { text: "supervision:title", to: "/supervize" },
    { text: "supervision:detail.facts", to: `/supervize/${session.id}` },
    { text: "supervision:invite.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("supervision:record", async ({ actor, params, request, now }) => {
  const session = await readSupervision(actor, params.id, now);
  if (!session.own) throw new AppError("notFound");
  if (session.state !== "planned") throw redirect(`/supervize/${session.id}`);
  const runId = session.runId ?? new URL(request.url).searchParams.get("beh");
  const { runs, trainees, mentors } = await supervisionChoices(actor, runId, now);
  const asked = new Set(session.attendees.map(({ personId }) => personId));
  return {
    session,
    runs: session.runId ? [] : runs,
    run: runs.find(({ id }) => id === runId) ?? null,
    choices: {
      trainees: trainees.filter(({ id }) => !asked.has(id)),
      mentors: mentors.filter(({ id }) => !asked.has(id)),
    },
  };
});

export const action = guarded("supervision:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, inviteForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  const { run, trainee, mentor } = form.value;
  await invitePeople(actor, id, { runId: run ?? null, traineeIds: trainee, mentorIds: mentor }, { now });
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text: "supervision:invite.saved" });
});

/** Invites more people, or adds those who came without an invitation when the session is over. */
export default function InviteToSupervision() {
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const { session, runs, run, choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { over } = session;
  return (
    <>
      <PageHeader
        eyebrow={when(session)}
        title={t("invite.title")}
        lead={t(over ? "invite.leadOver" : "invite.lead")}
      />
      <Stack>
        <ChooseRun runs={runs} chosen={run?.id ?? null} />
        <Form key={run?.id ?? "none"} state={form} id="people">
          <ErrorSummary />
          {run && <HiddenField name="run" value={run.id} />}
          <PeopleFields
            choices={choices}
            withRun={run !== null}
            mentorsOpen={form?.values.mentor !== undefined}
          />
          <FormActions>
            <SubmitButton>{t(over ? "invite.submitOver" : "invite.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}
