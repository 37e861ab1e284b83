import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { StandingSentence } from "~/certification/index";
import { ownStanding } from "~/certification/index.server";
import { pageHandle } from "~/page";
import {
  BridgeProgress,
  Disclosure,
  EmptyState,
  formatMinutesAsHours,
  formatNumber,
  Grid,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  StatTile,
  useLanguage,
} from "~/ui";
import { ownPractice } from "../operations/own-practice.server";
import { EntriesTable } from "../parts/entries-table";
import { GateNotice } from "../parts/gate-notice";
import { OwnSupervisions } from "../parts/own-supervisions";

export const handle = pageHandle({ i18n: ["practice", "certification"], title: () => "practice:list.title" });

export const loader = guarded("practice:log", async ({ actor }) => {
  const [practice, standing] = await Promise.all([ownPractice(actor), ownStanding(actor.accountId)]);
  return { practice, standing };
});

/** A trainee's practice: how much is approved, what waits, what to do next. */
export default function PracticePage() {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const { practice, standing } = useLoaderData<typeof loader>();
  if (!practice) {
    return (
      <>
        <PageHeader title={t("list.title")} />
        <EmptyState title={t("list.noCourse")} text={t("list.noCourseText")} />
      </>
    );
  }
  const { sums, entries, refusal } = practice;
  const total = formatMinutesAsHours(sums.required);
  const shown = entries.filter(({ state }) => state !== "withdrawn");
  const withdrawn = entries.filter(({ state }) => state === "withdrawn");
  return (
    <>
      <PageHeader
        title={t("list.title")}
        eyebrow={practice.run.name}
        lead={t("list.lead", { hours: formatNumber(sums.required / 60, language, 1) })}
        actions={
          refusal ? undefined : (
            <LinkButton to="/praxe/novy" icon="plus" size="lg">
              {t("list.add")}
            </LinkButton>
          )
        }
      />
      <Stack>
        {sums.returned > 0 && (
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
              done: sums.approved,
              total: sums.required,
              text: t("list.spanText", { done: formatMinutesAsHours(sums.approved), total }),
              arches: 4,
            },
          ]}
          summary={standing && <StandingSentence standing={standing} />}
        />
        <Grid min="md">
          <StatTile
            label={t("list.approved")}
            value={formatMinutesAsHours(sums.approved)}
            hint={t("list.approvedHint", { total })}
          />
          <StatTile
            label={t("list.waiting")}
            value={formatMinutesAsHours(sums.waiting)}
            hint={t("list.waitingHint")}
          />
          <StatTile
            label={t("list.missing")}
            value={formatMinutesAsHours(Math.max(0, sums.required - sums.approved))}
            hint={t("list.missingHint", { total })}
          />
        </Grid>
      </Stack>
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
      <OwnSupervisions sessions={practice.supervisions} pledgeSigned={practice.pledgeDay !== null} />
    </>
  );
}
