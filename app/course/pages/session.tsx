import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, Notice, PageHeader, Section, useLanguage } from "~/ui";
import { cancelSession } from "../operations/teaching/change-session.server";
import { readSession } from "../operations/teaching/read-session.server";
import { recordAttendance } from "../operations/teaching/record-attendance.server";
import { formOfIntent } from "../parts/form-of-intent";
import { AttendanceForm } from "../parts/teaching/attendance-form";
import { AttendanceList } from "../parts/teaching/attendance-list";
import { SessionActions } from "../parts/teaching/session-actions";
import { SessionFactsList } from "../parts/teaching/session-facts-list";
import { SessionTag } from "../parts/teaching/session-tag";
import { sessionWhen } from "../parts/teaching/session-when";
import { sessionPageForm } from "../teaching-schema";
import { sessionCrumbs } from "../parts/teaching/session-crumbs";
import "../parts/course.css";
import "../parts/teaching/teaching.css";

export const handle = pageHandle<PageData>({
  i18n: ["teaching", "course"],
  title: ({ reading }) => reading.session.topic,
  breadcrumbs: ({ reading: { run, session } }) => sessionCrumbs(run, session.topic),
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("theory:credit", async ({ actor, params, now }) => ({
  reading: await readSession(actor, { runId: params.id ?? "", sessionId: params.session ?? "" }, { now }),
}));

export const action = guarded("theory:credit", async ({ actor, params, request, now }) => {
  const form = await readForm(request, sessionPageForm);
  if (!form.ok) return badForm(form.reply);
  const address = { runId: params.id ?? "", sessionId: params.session ?? "" };
  const done = (text: string) =>
    redirectWithToast(`/behy/${address.runId}/vyuka/${address.sessionId}`, { kind: "success", text });
  if (form.value.intent === "cancel") {
    await cancelSession(actor, address, form.value, { now });
    return done("teaching:toast.cancelled");
  }
  await recordAttendance(actor, address, form.value, { now });
  return done("teaching:toast.attendance");
});

/** One session: its facts, who was there, and what can be done with it. */
export default function SessionPage() {
  const { reading } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  const { session, attendees, recordable, makeUpFor, makeUps, run } = reading;
  const noted = attendees.filter(({ state }) => state !== null);
  return (
    <>
      <PageHeader
        eyebrow={sessionWhen(session, language)}
        title={session.topic}
        status={
          <SessionTag state={session.state} attendanceDue={session.state === "planned" && recordable} />
        }
        actions={<SessionActions reading={reading} form={formOfIntent(form, "cancel")} />}
      />
      {session.cancelReason && (
        <Notice tone="warning" title={t("cancel.done")}>
          {t("cancel.because", { reason: session.cancelReason })}
        </Notice>
      )}
      {makeUpFor && (
        <Notice>{t("makeUp.for", { topic: makeUpFor.topic, when: sessionWhen(makeUpFor, language) })}</Notice>
      )}
      <Section title={t("facts.title")}>
        <SessionFactsList reading={reading} />
      </Section>
      {makeUps.length > 0 && (
        <Section title={t("makeUp.list")}>
          <ul className="plain-points">
            {makeUps.map((one) => (
              <li key={one.id}>
                <Link to={`/behy/${run.id}/vyuka/${one.id}`}>{sessionWhen(one, language)}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("attendance.title")}>
        {noted.length > 0 && <AttendanceList attendees={noted} />}
        {noted.length === 0 && !recordable && <EmptyState level={3} title={t("attendance.later")} />}
      </Section>
      {recordable && (
        <Section title={t(session.state === "held" ? "attendance.correctTitle" : "attendance.saveTitle")}>
          <AttendanceForm reading={reading} form={formOfIntent(form, "attendance")} />
        </Section>
      )}
    </>
  );
}
