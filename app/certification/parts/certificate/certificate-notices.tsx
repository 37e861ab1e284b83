import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime, Notice, useLanguage } from "~/ui";
import type { CertificateState } from "../../rules/certificate/certificate-state";

interface CertificateNoticesProps {
  page: {
    state: CertificateState;
    revoked: { at: string; reason: string; byName: string } | null;
    replaces: { id: string; number: string } | null;
    replacedBy: { id: string; number: string } | null;
  };
}

/** That a certificate is not in force any more, and its links to the one before and the one after it. */
export function CertificateNotices({
  page: { state, revoked, replaces, replacedBy },
}: CertificateNoticesProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  return (
    <>
      {revoked && (
        <Notice
          tone={state === "replaced" ? "warning" : "danger"}
          title={t(state === "replaced" ? "certificate.replacedTitle" : "certificate.revokedTitle")}
        >
          <p>
            {t("certificate.revokedText", {
              name: revoked.byName,
              at: formatDateTime(revoked.at, language),
              reason: revoked.reason,
            })}
          </p>
          {replacedBy && (
            <p>
              {t("certificate.replacedBy")}{" "}
              <Link to={`/osvedceni/${replacedBy.id}`}>{replacedBy.number}</Link>
            </p>
          )}
        </Notice>
      )}
      {replaces && (
        <Notice>
          {t("certificate.replaces")} <Link to={`/osvedceni/${replaces.id}`}>{replaces.number}</Link>
        </Notice>
      )}
    </>
  );
}
