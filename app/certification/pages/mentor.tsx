import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { comingSupervisions } from "~/practice/index.server";
import { Card, Columns, EmptyState, Notice, PageHeader, Section, Stack } from "~/ui";
import { readOwnMentor } from "../operations/mentors/read-own.server";
import { MentorStateTag } from "../parts/mentors/mentor-state-tag";
import { OwnCertificate } from "../parts/mentors/own-certificate";
import { OwnDuties } from "../parts/mentors/own-duties";
import { OwnExperience } from "../parts/mentors/own-experience";
import { OwnTerm } from "../parts/mentors/own-term";
import { StandingExplained } from "../parts/mentors/standing-explained";
import { StandingTimeline } from "../parts/mentors/standing-timeline";

export const handle = pageHandle({ i18n: "mentors", title: () => "mentors:own.title" });

export const loader = guarded("mentor:own", async ({ actor, now }) => ({
  mentor: await readOwnMentor(actor, { now }),
  today: dayOf(now),
  sessions: (await comingSupervisions(actor, now)).slice(0, 3),
  mayOpenCertificate: actor.can("certificate:read"),
}));

/** A mentor's own page: the duties in plain words, the standing and why, what comes next, the certificate. */
export default function OwnMentor() {
  const { mentor, today, sessions, mayOpenCertificate } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mentors");
  if (!mentor) {
    return (
      <>
        <PageHeader title={t("own.title")} lead={t("own.lead")} />
        <EmptyState title={t("own.nobodyTitle")} text={t("own.nobodyText")} />
      </>
    );
  }
  const { standing, settings } = mentor;
  return (
    <>
      <PageHeader
        eyebrow={mentor.code}
        title={t("own.title")}
        lead={t("own.lead")}
        status={<MentorStateTag state={standing.state} />}
      />
      <Columns
        main={
          <>
            <Section title={t("own.standing")}>
              <StandingExplained standing={standing} voice="own" />
            </Section>
            <OwnTerm mentor={mentor} today={today} sessions={sessions} />
            <Section title={t("own.duties")}>
              <OwnDuties everyMonths={settings.supervisionEveryMonths} />
            </Section>
            <Section title={t("own.lapseTitle")}>
              <p>{t("own.lapseText")}</p>
            </Section>
            <Section title={t("own.history")}>
              <StandingTimeline history={mentor.history} />
            </Section>
          </>
        }
        side={
          <Stack>
            <OwnCertificate mentor={mentor} linked={mayOpenCertificate} />
            <Card title={t("own.experience")} level={2} icon="people">
              <OwnExperience mentor={mentor} today={today} />
            </Card>
            <Notice title={t("own.silenceTitle")}>
              <p>{t("own.silenceText")}</p>
            </Notice>
          </Stack>
        }
      />
    </>
  );
}
