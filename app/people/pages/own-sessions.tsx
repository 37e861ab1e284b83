import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { blankSessionCookie, sessionsOf, signedIn } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ButtonGroup,
  DescriptionList,
  Form,
  HiddenField,
  PageHeader,
  Section,
  StatusTag,
  SubmitButton,
  Time,
} from "~/ui";
import { endOtherSessions, endOwnSession } from "../operations/own-account.server";
import { sessionsForm } from "../schema";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:sessions.title",
  breadcrumbs: () => [{ text: "people:own.title", to: "/ucet" }, { text: "people:sessions.title" }],
});

export const loader = signedIn(async ({ actor, visit, now }) => {
  const sessions = await sessionsOf(actor.accountId, now);
  return {
    sessions: sessions.map((session) => ({ ...session, current: session.idHash === visit.sessionIdHash })),
  };
});

export const action = signedIn(async ({ actor, visit, request, now }) => {
  const form = await readForm(request, sessionsForm);
  if (!form.ok) return badForm(form.reply);
  if (form.value.intent === "endOthers") {
    const count = await endOtherSessions(visit, { now });
    const toast = { kind: "success", text: "people:sessions.othersEnded", values: { count } } as const;
    return redirectWithToast("/ucet/relace", toast);
  }
  const { session } = form.value;
  await endOwnSession(actor, { session }, { now });
  const toast = { kind: "success", text: "people:sessions.ended" } as const;
  const isThis = session === visit.sessionIdHash;
  return redirectWithToast(
    isThis ? "/" : "/ucet/relace",
    toast,
    isThis ? { "Set-Cookie": blankSessionCookie() } : {},
  );
});

type SessionRow = ReturnType<typeof useLoaderData<typeof loader>>["sessions"][number];

export default function OwnSessionsPage() {
  const { sessions } = useLoaderData<typeof loader>();
  useActionData<typeof action>();
  const { t } = useTranslation("people");
  const others = sessions.filter(({ current }) => !current);
  const own = sessions.find(({ current }) => current);
  return (
    <>
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} />
      {own && <SessionCard session={own} />}
      <Section
        title={t("sessions.others")}
        actions={
          others.length > 1 && (
            <Form>
              <HiddenField name="intent" value="endOthers" />
              <SubmitButton variant="secondary">{t("sessions.endOthers")}</SubmitButton>
            </Form>
          )
        }
      >
        {others.length === 0 ? (
          <p>{t("sessions.noOthers")}</p>
        ) : (
          <ul className="stack">
            {others.map((session) => (
              <li key={session.idHash}>
                <SessionCard session={session} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function SessionCard({ session }: { session: SessionRow }) {
  const { t } = useTranslation("people");
  const device = session.device || t("sessions.unknownDevice");
  return (
    <div className="card">
      <div className="card-head">
        <h3 className="card-title card-words">{device}</h3>
        {session.current && <StatusTag tone="success">{t("sessions.current")}</StatusTag>}
      </div>
      <DescriptionList
        columns={3}
        items={[
          { label: t("sessions.seen"), value: <Time value={session.lastSeenAt} /> },
          { label: t("sessions.since"), value: <Time value={session.createdAt} /> },
          { label: t("sessions.ends"), value: <Time value={session.endsAt} /> },
        ]}
      />
      <Form>
        <HiddenField name="intent" value="end" />
        <HiddenField name="session" value={session.idHash} />
        <ButtonGroup>
          <SubmitButton variant="secondary" size="sm">
            {t("sessions.end")}
            <span className="visually-hidden"> {device}</span>
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </div>
  );
}
