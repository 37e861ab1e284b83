import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { DescriptionList, formatTeachingHours, Notice, PageHeader, Section, useLanguage } from "~/ui";
import { readOwnSession } from "../operations/teaching/own-calendar.server";
import { sendExcuse, withdrawExcuse } from "../operations/teaching/send-excuse.server";
import { ExcuseSection } from "../parts/teaching/excuse-section";
import { SessionTag } from "../parts/teaching/session-tag";
import { sessionWhen } from "../parts/teaching/session-when";
import { excuseForm } from "../teaching-schema";
import "../parts/course.css";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: "teaching",
  title: ({ reading }) => reading.session.topic,
  breadcrumbs: ({ reading }) => [
    { text: "teaching:calendar.title", to: "/kalendar" },
    { text: reading.session.topic },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("course:study", async ({ actor, params, now }) => ({
  id: crypto.randomUUID(),
  reading: await readOwnSession(actor, params.id ?? "", { now }),
}));

export const action = guarded("course:study", async ({ actor, params, request, now }) => {
  const form = await readForm(request, excuseForm);
  if (!form.ok) return badForm(form.reply);
  const sessionId = params.id ?? "";
  const done = (text: string) => redirectWithToast(`/kalendar/${sessionId}`, { kind: "success", text });
  if (form.value.intent === "come") {
    await withdrawExcuse(actor, { sessionId }, { now });
    return done("teaching:toast.come");
  }
  await sendExcuse(actor, { ...form.value, sessionId }, { now });
  return done("teaching:toast.excused");
});

/** One session as a trainee sees it: when and where, how it went, and the excuse. */
export default function OwnSessionPage() {
  const { id, reading } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  const { session, moduleTitle, own } = reading;
  return (
    <>
      <PageHeader eyebrow={moduleTitle} title={session.topic} status={<SessionTag state={session.state} />} />
      {session.cancelReason && (
        <Notice tone="warning" title={t("cancel.done")}>
          {t("cancel.because", { reason: session.cancelReason })}
        </Notice>
      )}
      <Section title={t("facts.title")}>
        <DescriptionList
          columns={3}
          items={[
            { label: t("column.when"), value: sessionWhen(session, language) },
            { label: t("column.place"), value: session.place },
            { label: t("column.hours"), value: formatTeachingHours(session.minutes, language) },
            session.state === "held" && {
              label: t("own.title"),
              value: own
                ? `${t(`own.${own.state}`)}${own.state === "present" ? ` (${t("people.hours", { hours: formatTeachingHours(own.minutes, language) })})` : ""}`
                : t("own.none"),
            },
          ]}
        />
      </Section>
      <ExcuseSection id={id} reading={reading} form={form} />
    </>
  );
}
