import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, formatDay, LinkButton, useLanguage } from "~/ui";
import type { MentorView } from "../../operations/mentors/mentor-view.server";

/** The mentor's certificate, its file, and the electronic badge that proves it elsewhere. */
export function OwnCertificate({ mentor, linked }: { mentor: MentorView; linked: boolean }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const { certificate } = mentor;
  if (!certificate) {
    return (
      <Card title={t("own.certificate")} level={2} icon="certificate">
        <p>{t("own.certificatePaper")}</p>
      </Card>
    );
  }
  const { id, number, issuedOn, revokedOn } = certificate;
  return (
    <Card title={t("own.certificate")} level={2} icon="certificate">
      <p>
        {revokedOn
          ? t("own.certificateRevoked", { number, day: formatDay(revokedOn, language) })
          : t("own.certificateText", { number, day: formatDay(issuedOn, language) })}
      </p>
      {linked && (
        <>
          <p>
            <Link to={`/osvedceni/${id}`}>{t("own.view")}</Link>
          </p>
          <div>
            <LinkButton to={`/osvedceni/${id}/pdf`} icon="download" variant="secondary" reloadDocument>
              {t("own.download")}
            </LinkButton>
          </div>
          {!revokedOn && (
            <p>
              <Link to={`/osvedceni/${id}/odznak`}>{t("own.badge")}</Link>
              <span className="block text-sm text-ink-soft">{t("own.badgeHint")}</span>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
