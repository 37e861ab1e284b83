import { useTranslation } from "react-i18next";
import { Card, DescriptionList, formatDay, LinkButton, Time, useLanguage, type DescriptionItem } from "~/ui";
import type { CaseView } from "../operations/read-case.server";
import { DueMark } from "./case-tags";
import { mentorName } from "./mentor-name";

/** Who the client is, how to reach them, and what help was asked for: the first thing on a phone. */
export function ClientCard({ view }: { view: CaseView }) {
  const { t } = useTranslation("registry");
  const { client } = view;
  const phone = phoneIn(client.contact);
  return (
    <Card title={t("case.client")} level={2} icon="person" tone="river">
      <DescriptionList
        columns={3}
        items={[
          { label: t("case.contact"), value: client.contact ?? t("case.noContact") },
          { label: t("case.help"), value: view.help ?? t("case.noHelp") },
          { label: t("case.sanction"), value: t(`sanction.${view.sanction}`) },
          { label: t("case.typeLabel"), value: view.type ? t(`type.${view.type}`) : "–" },
          client.town !== null && { label: t("case.town"), value: client.town },
          client.birthYear !== null && { label: t("case.born"), value: client.birthYear },
        ]}
      />
      {phone && (
        <div>
          <LinkButton to={`tel:${phone}`} variant="secondary" icon="phone" reloadDocument>
            {t("case.actions.call")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

/** Where a case stands: who referred it, who works on it, when it is to be evaluated or how it ended. */
export function StandingCard({ view }: { view: CaseView }) {
  const { t } = useTranslation("registry");
  const { client, organisation, referredOn, mentor, endedOn, outcome, due } = view;
  const standing: DescriptionItem[] = endedOn
    ? [
        { label: t("case.ended"), value: <Time value={endedOn} /> },
        { label: t("case.outcome"), value: t(`outcome.${outcome ?? "not_recorded"}`) },
      ]
    : [
        { label: t("case.mentor"), value: mentor ? <CurrentMentor mentor={mentor} /> : t("noMentor") },
        { label: t("case.nextEvaluation"), value: <DueMark due={due} /> },
      ];
  return (
    <Card title={t("case.title", { code: client.code })} level={2} icon="case">
      <DescriptionList
        columns={2}
        items={[
          { label: t("case.centre"), value: organisation.name },
          { label: t("case.referred"), value: <Time value={referredOn} /> },
          ...standing,
        ]}
      />
    </Card>
  );
}

function CurrentMentor({ mentor }: { mentor: NonNullable<CaseView["mentor"]> }) {
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const day = formatDay(mentor.startedOn ?? mentor.assignedOn, language);
  return (
    <>
      {mentorName(mentor)}, {t(mentor.startedOn ? "case.workSince" : "case.mentorSince", { day })}
    </>
  );
}

/** The first Czech telephone number in a text; null when there is none. */
function phoneIn(text: string | null): string | null {
  const match = /(?:\+420[ \u00a0]?)?\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b/.exec(text ?? "");
  return match ? match[0].replace(/[^\d+]/g, "") : null;
}
