import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, PageHeader, Section } from "~/ui";
import { SupervisionCalendar } from "~/practice/index.parts";
import { comingSupervisions } from "~/practice/index.server";
import { feedSince, makeFeed, revokeFeed } from "../operations/teaching/calendar-address.server";
import { ownCalendar } from "../operations/teaching/own-calendar.server";
import { CalendarList } from "../parts/teaching/calendar-list";
import { FeedSection } from "../parts/teaching/feed-section";
import { OwnStanding } from "../parts/teaching/own-standing";
import { feedForm } from "../teaching-schema";
import "../parts/teaching/teaching.css";

export const handle = pageHandle({
  i18n: ["teaching", "supervision"],
  title: () => "teaching:calendar.title",
  breadcrumbs: () => [{ text: "teaching:calendar.title" }],
});

export const loader = guarded(["session:list", "supervision:list"], async ({ actor, now }) => ({
  id: crypto.randomUUID(),
  calendar: await ownCalendar(actor, { now }),
  supervisions: await comingSupervisions(actor, now),
  // Whoever only oversees runs teaches and studies nothing: a calendar of theirs would be empty.
  feed: [...actor.scopes("session:list"), ...actor.scopes("supervision:list")].some(
    ({ kind }) => kind === "own" || kind === "assigned",
  )
    ? { since: await feedSince(actor) }
    : null,
}));

export const action = guarded(["session:list", "supervision:list"], async ({ actor, request, now }) => {
  const form = await readForm(request, feedForm);
  if (!form.ok) return badForm(form.reply);
  if (form.value.intent === "revoke") {
    await revokeFeed(actor, { now });
    return redirectWithToast("/kalendar", { kind: "success", text: "teaching:toast.revoked" });
  }
  const address = await makeFeed(actor, form.value, { now });
  return data({ form: undefined, address }, { status: 200 });
});

/** Teaching in person that concerns whoever looks, and the address for a phone's calendar. */
export default function Calendar() {
  const { id, calendar, supervisions, feed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("teaching");
  const { coming, past, cancelled, standing } = calendar;
  const withRun = new Set([...coming, ...past, ...cancelled].map(({ runId }) => runId)).size > 1;
  return (
    <>
      <PageHeader title={t("calendar.title")} lead={t("calendar.lead")} />
      <Section title={t("list.coming")}>
        {coming.length === 0 ? (
          <EmptyState level={3} title={t("list.noneComing")} text={t("calendar.noneComing")} />
        ) : (
          <CalendarList sessions={coming} withRun={withRun} />
        )}
      </Section>
      <SupervisionCalendar sessions={supervisions} />
      {cancelled.length > 0 && (
        <Section title={t("list.cancelled")}>
          <CalendarList sessions={cancelled} withRun={withRun} />
        </Section>
      )}
      {standing && standing.totalMinutes > 0 && (
        <Section title={t("standing.own")} lead={t("standing.lead")}>
          <OwnStanding standing={standing} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t("list.past")}>
          <CalendarList sessions={past} withRun={withRun} />
        </Section>
      )}
      {feed && (
        <FeedSection
          id={id}
          since={feed.since}
          address={answer && "address" in answer ? answer.address : undefined}
          form={answer?.form}
        />
      )}
    </>
  );
}
