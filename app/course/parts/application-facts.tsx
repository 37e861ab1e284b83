import { useTranslation } from "react-i18next";
import { DescriptionList, formatDay, pragueDay, Section, Time, useLanguage } from "~/ui";
import type { ApplicationReading } from "../operations/read-application.server";

/** What an applicant wrote, and what was decided. */
export function ApplicationFacts({ application }: { application: ApplicationReading }) {
  const { t } = useTranslation("course");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { regionCode, run, state } = application;
  const region = regionCode ? `, ${common(`region.${regionCode}` as "region.CZ042")}` : "";
  return (
    <Section title={t("application.details")}>
      <DescriptionList
        items={[
          { label: t("applications.submitted"), value: <Time value={application.submittedAt} /> },
          {
            label: t("application.birthDate"),
            value: (
              <>
                <Time value={application.birthDate} /> ({t("application.age", { count: application.age })})
              </>
            ),
          },
          { label: t("application.birthPlace"), value: application.birthPlace ?? t("application.unknown") },
          { label: t("application.town"), value: `${application.town}${region}` },
          { label: t("application.phone"), value: application.phone ?? t("application.unknown") },
          { label: t("application.email"), value: application.email ?? t("application.unknown") },
          {
            label: t("application.motivation"),
            value: <span className="written">{application.motivation}</span>,
          },
          run && {
            label: t(state === "waiting" ? "application.waitingFor" : "application.admittedTo"),
            value:
              application.waitingPosition === null
                ? run.name
                : `${run.name}, ${t("application.position", { position: application.waitingPosition })}`,
          },
          application.decidedAt !== null && {
            label: t("application.decision"),
            value: t("application.decided", {
              day: formatDay(pragueDay(application.decidedAt), language),
              name: application.decidedBy ?? application.name,
            }),
          },
          application.decisionReason !== null && {
            label: t("application.givenReason"),
            value: <span className="written">{application.decisionReason}</span>,
          },
        ]}
      />
    </Section>
  );
}
