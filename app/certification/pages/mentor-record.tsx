import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ButtonGroup, Card, Columns, Notice, PageHeader, Section, Stack } from "~/ui";
import { decideAboutMentor } from "../operations/mentors/decide.server";
import { readMentor, type MentorRecord } from "../operations/mentors/read-mentor.server";
import { DecisionForm } from "../parts/mentors/decision-form";
import { DecisionList } from "../parts/mentors/decision-list";
import { MentorFactsCard, MentorWorkCard } from "../parts/mentors/mentor-facts";
import { MentorStateTag } from "../parts/mentors/mentor-state-tag";
import { StandingExplained } from "../parts/mentors/standing-explained";
import { StandingTimeline } from "../parts/mentors/standing-timeline";
import { SupervisionDays } from "../parts/mentors/supervision-days";
import { decisionForm } from "../mentor-schema";

export const handle = pageHandle<{ mentor: MentorRecord } | undefined>({
  i18n: "mentors",
  title: (page) => page?.mentor.name ?? page?.mentor.code ?? "mentors:board.title",
  breadcrumbs: (page) => [
    { text: "mentors:board.title", to: "/mentori" },
    { text: page?.mentor.name ?? page?.mentor.code ?? "" },
  ],
});

export const loader = guarded("mentor:list", async ({ actor, params, now }) => ({
  mentor: await readMentor(actor, params.id, { now }),
  newId: randomUUID(),
  today: dayOf(now),
}));

export const action = guarded("mentor:decide", async ({ actor, params, request, now }) => {
  const form = await readForm(request, decisionForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  await decideAboutMentor(actor, id, form.value, { now });
  const text = `mentors:decide.${form.value.kind}.done`;
  return redirectWithToast(`/mentori/${id}`, { kind: "success", text });
});

/** One mentor for a coordinator: the standing with its reasons, how it came to be, and what can be decided. */
export default function MentorRecordPage() {
  const { mentor, newId, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>()?.form;
  const { t } = useTranslation("mentors");
  const { standing, may, settings } = mentor;
  return (
    <>
      <PageHeader
        eyebrow={mentor.name ? mentor.code : undefined}
        title={mentor.name ?? mentor.code}
        status={<MentorStateTag state={standing.state} />}
      />
      <Columns
        main={
          <>
            <Section title={t("record.standing")}>
              <StandingExplained standing={standing} voice="about" />
              {standing.state === "lapsing" && (
                <p className="text-sm text-ink-soft">
                  {t("record.graceNote", { count: settings.graceMonths })}
                </p>
              )}
            </Section>
            {may.decide.length > 0 && (
              <Section title={t("decide.title")} lead={t("decide.lead")}>
                <ButtonGroup>
                  {may.decide.map((kind) => (
                    <DecisionForm
                      key={kind}
                      kind={kind}
                      newId={newId}
                      version={mentor.version}
                      today={today}
                      asksCertificate={mentor.certifiedOn === null}
                      state={sent?.values?.kind === kind ? sent : undefined}
                    />
                  ))}
                </ButtonGroup>
              </Section>
            )}
            {mentor.own && <Notice>{t("decide.own")}</Notice>}
            <Section title={t("record.history")} lead={t("record.historyLead")}>
              <StandingTimeline history={mentor.history} />
            </Section>
            <Section title={t("record.decisions")}>
              <DecisionList decisions={mentor.decisions} />
            </Section>
          </>
        }
        side={
          <Stack>
            <MentorWorkCard mentor={mentor} />
            <MentorFactsCard mentor={mentor} />
            <Card title={t("record.supervision")} level={2} icon="supervision">
              <SupervisionDays days={mentor.supervisionDays} exemptions={mentor.exemptions} />
            </Card>
          </Stack>
        }
      />
    </>
  );
}
