import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Notice, PageHeader, Section } from "~/ui";
import { sendMessage } from "../operations/overview/send-message.server";
import { readRunMessages } from "../operations/overview/sent-messages.server";
import { MessageFields } from "../parts/overview/message-fields";
import { SentMessages } from "../parts/overview/sent-messages";
import { messageForm } from "../schema";
import "../parts/course.css";
import "../parts/overview/overview.css";

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<PageData | undefined>({
  i18n: ["overview", "course"],
  title: () => "overview:messages.runTitle",
  breadcrumbs: (page) => [
    { text: "course:runs.title", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: "overview:messages.runTitle" },
  ],
});

export const loader = guarded("message:send", async ({ actor, params, request }) => ({
  ...(await readRunMessages(actor, params.id ?? "")),
  formId: randomUUID(),
  chosen: new URL(request.url).searchParams.get("komu"),
}));

export const action = guarded("message:send", async ({ actor, params, request, now }) => {
  const form = await readForm(request, messageForm);
  if (!form.ok) return badForm(form.reply);
  const runId = params.id ?? "";
  const { recipients } = await sendMessage(actor, { ...form.value, runId }, { now });
  return redirectWithToast(`/behy/${runId}/zpravy`, {
    kind: "success",
    text: "overview:messages.sentToast",
    values: { count: recipients },
  });
});

/** Writing to a run's people, and who has read what was written. */
export default function RunMessagesPage() {
  const { run, trainees, messages, formId, chosen } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("overview");
  return (
    <>
      <PageHeader eyebrow={run.name} title={t("messages.runTitle")} lead={t("messages.runLead")} />
      <Section title={t("messages.write")}>
        {run.state === "closed" ? (
          <Notice title={t("messages.closed")}>{t("messages.closedText")}</Notice>
        ) : trainees.length === 0 ? (
          <Notice>{t("messages.nobody")}</Notice>
        ) : (
          <MessageFields trainees={trainees} formId={formId} chosen={chosen} form={form} />
        )}
      </Section>
      <Section title={t("messages.sent")} lead={t("messages.sentLead")}>
        <SentMessages messages={messages} />
      </Section>
    </>
  );
}
