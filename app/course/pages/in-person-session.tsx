import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, Notice, PageHeader, Section, Stack } from "~/ui";
import { creditSession, reverseSessionCredit } from "../operations/credit-session.server";
import { readSessions } from "../operations/read-sessions.server";
import { formOfIntent } from "../parts/form-of-intent";
import { SessionForm } from "../parts/session-form";
import { TaughtSessionCard } from "../parts/taught-session";
import { runCredits } from "../rules/run-states";
import { sessionForm } from "../schema";
import "../parts/course.css";

export const handle = pageHandle<PageData>({
  i18n: "course",
  title: () => "course:session.title",
  breadcrumbs: ({ reading: { run } }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "course:session.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("theory:credit", async ({ actor, params, now }) => ({
  id: crypto.randomUUID(),
  today: dayOf(now),
  reading: await readSessions(actor, params.id ?? ""),
}));

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, sessionForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const to = `/behy/${runId}/vyuka`;
  if (form.value.intent === "reverse") {
    await reverseSessionCredit(actor, runId, form.value, { now });
    return redirectWithToast(to, { kind: "success", text: "course:toast.reversed" });
  }
  const { whole, less } = await creditSession(actor, runId, form.value, { now });
  if (less > 0)
    return redirectWithToast(to, { kind: "info", text: "course:toast.sessionLess", values: { less } });
  return redirectWithToast(to, { kind: "success", text: "course:toast.session", values: { whole } });
});

export default function InPersonSession() {
  const { id, today, reading } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("course");
  const { run, trainees, sessions } = reading;
  const credits = runCredits(run.state);
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("session.title")} lead={t("session.lead")} />
      {!credits && <Notice>{t("session.notRunning")}</Notice>}
      {credits && trainees.length === 0 && <Notice>{t("session.noTrainees")}</Notice>}
      {credits && trainees.length > 0 && (
        <Section title={t("session.new")}>
          <SessionForm id={id} today={today} reading={reading} form={formOfIntent(form, "credit")} />
        </Section>
      )}
      <Section title={t("session.past")}>
        {sessions.length === 0 && <EmptyState level={3} title={t("session.none")} />}
        <Stack>
          {sessions.map((session) => (
            <TaughtSessionCard
              key={session.key}
              session={session}
              editable={run.state !== "closed"}
              form={formOfIntent(form, "reverse")}
            />
          ))}
        </Stack>
      </Section>
    </>
  );
}
