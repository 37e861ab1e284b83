import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { StandingSentence } from "~/certification/index";
import { ownStanding } from "~/certification/index.server";
import { deviceKeyOf } from "~/course/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  BridgeProgress,
  Disclosure,
  EmptyState,
  formatMinutesAsHours,
  formatNumber,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  useLanguage,
} from "~/ui";
import { ownDrafts } from "../operations/drafts/read-drafts.server";
import { discardDraft } from "../operations/drafts/save-draft.server";
import { ownPractice } from "../operations/own-practice.server";
import { PracticeBalance } from "../parts/balance/practice-balance";
import { PracticeTiles } from "../parts/balance/practice-tiles";
import { DraftList } from "../parts/drafts/draft-list";
import { UnsentDrafts } from "../parts/drafts/unsent-drafts";
import { EntriesTable } from "../parts/entries-table";
import { GateNotice } from "../parts/gate-notice";
import { OwnSupervisions } from "../parts/supervision/own-supervisions";
import { discardForm } from "../schema";

export const handle = pageHandle({
  i18n: ["practice", "supervision", "certification"],
  title: () => "practice:list.title",
});

export const loader = guarded("practice:log", async ({ actor, now }) => {
  const [practice, standing, drafts] = await Promise.all([
    ownPractice(actor, now),
    ownStanding(actor.accountId),
    ownDrafts(actor),
  ]);
  return { practice, standing, drafts, deviceKey: deviceKeyOf(actor) };
});

export const action = guarded("practice:log", async ({ actor, request }) => {
  const form = await readForm(request, discardForm);
  if (!form.ok) return badForm(form.reply);
  await discardDraft(actor, form.value.id);
  return redirectWithToast("/praxe", { kind: "success", text: "practice:draft.discarded" });
});

/** A trainee's practice: how much is approved, what waits, what to do next. */
export default function PracticePage() {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const { practice, standing, drafts, deviceKey } = useLoaderData<typeof loader>();
  if (!practice) {
    return (
      <>
        <PageHeader title={t("list.title")} />
        <EmptyState title={t("list.noCourse")} text={t("list.noCourseText")} />
      </>
    );
  }
  const { balance, required, entries, refusal } = practice;
  const total = formatMinutesAsHours(required);
  const shown = entries.filter(({ state }) => state !== "withdrawn");
  const withdrawn = entries.filter(({ state }) => state === "withdrawn");
  return (
    <>
      <PageHeader
        title={t("list.title")}
        eyebrow={practice.run.name}
        lead={t("list.lead", { hours: formatNumber(required / 60, language, 1) })}
        actions={
          refusal ? undefined : (
            <LinkButton to="/praxe/novy" icon="plus" size="lg">
              {t("list.add")}
            </LinkButton>
          )
        }
      />
      <Stack>
        <UnsentDrafts deviceKey={deviceKey} />
        {balance.returned.count > 0 && (
          <Notice tone="warning" title={t("list.returnedTitle")}>
            {t("list.returnedText")}
          </Notice>
        )}
        {refusal && (
          <GateNotice refusal={refusal} theory={practice.theory} pledgeSigned={practice.pledgeDay !== null} />
        )}
        <BridgeProgress
          title={t("list.bridge")}
          spans={[
            {
              label: t("list.span"),
              done: balance.approved.minutes,
              total: required,
              text: t("list.spanText", { done: formatMinutesAsHours(balance.approved.minutes), total }),
              arches: 4,
            },
          ]}
          summary={standing && <StandingSentence standing={standing} />}
        />
        <PracticeTiles balance={balance} required={required} />
      </Stack>
      <DraftList drafts={drafts} />
      <Section
        title={t("balance.title")}
        actions={
          <LinkButton to="/praxe/prehled" variant="secondary" size="sm" icon="print">
            {t("balance.toPrint")}
          </LinkButton>
        }
      >
        <PracticeBalance balance={balance} />
      </Section>
      <Section title={t("list.entries")}>
        {shown.length > 0 ? (
          <EntriesTable caption={t("list.entriesCaption")} entries={shown} />
        ) : (
          <EmptyState title={t("list.emptyTitle")} text={t("list.emptyText")} level={3} />
        )}
        {withdrawn.length > 0 && (
          <Disclosure summary={t("list.withdrawn", { count: withdrawn.length })}>
            <EntriesTable caption={t("list.withdrawnCaption")} entries={withdrawn} />
          </Disclosure>
        )}
      </Section>
      <OwnSupervisions
        sessions={practice.supervisions}
        clock={practice.supervisionClock}
        pledgeSigned={practice.pledgeDay !== null}
      />
    </>
  );
}
