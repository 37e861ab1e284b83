import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Card, Columns, formatDay, Notice, PageHeader, Section, Stack, useLanguage } from "~/ui";
import { readSupervision } from "../operations/supervision/read-session.server";
import { actOnSession } from "../operations/supervision/session-page.server";
import { supervisionSettings } from "../operations/supervision/supervision-settings.server";
import { AnswerSection } from "../parts/supervision/answer-section";
import { NoteCard } from "../parts/supervision/note-card";
import { PeopleTable } from "../parts/supervision/people-table";
import { SessionActions } from "../parts/supervision/session-actions";
import { SessionFacts } from "../parts/supervision/session-facts";
import { SessionTag } from "../parts/supervision/session-tag";
import { sessionPageForm } from "../supervision-schema";

export const handle = pageHandle({
  i18n: "supervision",
  title: () => "supervision:title",
  breadcrumbs: () => [{ text: "supervision:title", to: "/supervize" }, { text: "supervision:detail.facts" }],
});

export const loader = guarded("supervision:list", async ({ actor, params, now }) => {
  const { reasonKeptMonths } = await supervisionSettings();
  return { session: await readSupervision(actor, params.id, now), months: reasonKeptMonths };
});

export const action = guarded("supervision:list", async ({ actor, params, request, now }) => {
  const form = await readForm(request, sessionPageForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  const text = await actOnSession(actor, id, form.value, { now });
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text });
});

/** One session: for its supervisor to lead, for the invited to answer; the private note opens for its author. */
export default function Supervision() {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const { session, months } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { state, over, own, cancelReason } = session;
  const facts = (
    <Card title={t("detail.facts")} level={2}>
      <SessionFacts session={session} />
    </Card>
  );
  const main = (
    <Stack>
      <SessionActions session={session} form={form} />
      {session.ownState !== null && <AnswerSection session={session} months={months} form={form} />}
      <Section title={t(state === "held" ? "detail.peopleHeld" : "detail.people")}>
        <PeopleTable session={session} form={form} />
      </Section>
    </Stack>
  );
  return (
    <>
      <PageHeader
        title={t("detail.title", { day: formatDay(session.day, language) })}
        status={<SessionTag state={state} over={over} />}
      />
      {state === "cancelled" && (
        <Notice tone="warning" title={t("detail.cancelledTitle")}>
          {cancelReason && <span lang="cs">{t("detail.cancelledBecause", { reason: cancelReason })}</span>}
        </Notice>
      )}
      {own && over && (
        <Notice tone="warning" title={t("detail.overTitle")}>
          {t("detail.overText")}
        </Notice>
      )}
      {own ? (
        <Columns
          main={main}
          side={
            <Stack>
              {facts}
              {session.note && <NoteCard note={session.note} version={session.version} form={form} />}
            </Stack>
          }
        />
      ) : (
        <Stack>
          {facts}
          {main}
        </Stack>
      )}
    </>
  );
}
