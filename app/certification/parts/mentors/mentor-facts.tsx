import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, DescriptionList, formatDay, Notice, Time, useLanguage } from "~/ui";
import type { MentorRecord } from "../../operations/mentors/read-mentor.server";

/** Who the mentor is and by what certificate. */
export function MentorFactsCard({ mentor }: { mentor: MentorRecord }) {
  const { t } = useTranslation("mentors");
  const { t: common } = useTranslation("common");
  const { code, regionCode, certifiedOn, hasAccount } = mentor;
  return (
    <Card title={t("record.facts")} level={2} icon="person">
      <DescriptionList
        columns={2}
        items={[
          { label: t("record.code"), value: code },
          {
            label: t("record.region"),
            value: regionCode ? common(`region.${regionCode}` as "region.CZ042") : t("board.unknownRegion"),
          },
          { label: t("record.since"), value: certifiedOn ? <Time value={certifiedOn} /> : "–" },
          { label: t("record.certificate"), value: <CertificateWords mentor={mentor} /> },
        ]}
      />
      {!hasAccount && <Notice>{t("record.noAccount")}</Notice>}
    </Card>
  );
}

function CertificateWords({ mentor }: { mentor: MentorRecord }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const { certificate, certifiedOn, may } = mentor;
  if (!certificate) return <>{t(certifiedOn ? "record.certificatePaper" : "record.certificateUnknown")}</>;
  const { id, number, issuedOn, revokedOn } = certificate;
  const words = revokedOn
    ? t("record.certificateRevoked", { number, day: formatDay(revokedOn, language) })
    : t("record.certificateValid", { number, day: formatDay(issuedOn, language) });
  return may.seeCertificate ? <Link to={`/osvedceni/${id}`}>{words}</Link> : <>{words}</>;
}

/** How much work the mentor has; numbers only, nothing about clients. */
export function MentorWorkCard({ mentor }: { mentor: MentorRecord }) {
  const { t } = useTranslation("mentors");
  const { id, openCases, experience, guided, may, settings } = mentor;
  return (
    <Card title={t("record.work")} level={2} icon="case">
      <DescriptionList
        columns={2}
        items={[
          {
            label: t("record.openCases"),
            value: openCases,
            action: may.seeCases && openCases > 0 && (
              <Link to={`/pripady?mentor=${id}`}>{t("record.toCases")}</Link>
            ),
          },
          { label: t("record.closedCases"), value: experience.closedCases },
          { label: t("record.guided"), value: guided },
          { label: t("record.experience"), value: <ExperienceWords mentor={mentor} /> },
        ]}
      />
      <p className="text-sm text-ink-soft">
        {t("record.experienceRule", {
          months: settings.experiencedMonths,
          cases: settings.experiencedClosedCases,
        })}
      </p>
    </Card>
  );
}

function ExperienceWords({ mentor }: { mentor: MentorRecord }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const { missing } = mentor.experience;
  if (!missing) return <>{t("record.experienced")}</>;
  const lacks = [
    missing.months &&
      (missing.monthsOn
        ? t("board.missingMonths", { day: formatDay(missing.monthsOn, language) })
        : t("board.missingSince")),
    missing.closedCases > 0 && t("board.missingCases", { count: missing.closedCases }),
  ];
  return (
    <>
      {t("board.notExperienced")}: {lacks.filter(Boolean).join(", ")}
    </>
  );
}
