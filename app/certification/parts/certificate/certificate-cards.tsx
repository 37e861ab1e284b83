import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Disclosure, LinkButton } from "~/ui";
import { printedCode } from "../../rules/certificate-code";

/** The code of the public page, and the way there. */
export function CodeCard({ code }: { code: string }) {
  const { t } = useTranslation("certification");
  const printed = printedCode(code);
  return (
    <Card title={t("certificate.code")} lead={t("certificate.codeHint")} level={2} icon="shield">
      <div className="stack">
        <p className="font-semibold">{printed}</p>
        <Link to={`/overeni/${printed}`}>{t("certificate.verify")}</Link>
      </div>
    </Card>
  );
}

/** The way to the electronic badge, for the holder. */
export function BadgeCard({ id }: { id: string }) {
  const { t } = useTranslation("certification");
  return (
    <Card title={t("badge.title")} lead={t("badge.cardLead")} level={2} icon="certificate">
      <LinkButton to={`/osvedceni/${id}/odznak`} variant="secondary">
        {t("badge.open")}
      </LinkButton>
    </Card>
  );
}

interface IssuedCardProps {
  page: {
    issuedByName: string;
    templateVersion: number;
    sha256: string;
    mayReadRun: boolean;
    runId: string;
    enrolmentId: string;
  };
}

/** Who issued a certificate, by which form, and what proves that its file is the same one. */
export function IssuedCard({ page }: IssuedCardProps) {
  const { t } = useTranslation("certification");
  return (
    <Card level={2} title={t("certificate.issued")}>
      <div className="stack">
        <p>{t("certificate.issuedBy", { name: page.issuedByName })}</p>
        <p>{t("certificate.template", { version: page.templateVersion })}</p>
        <Disclosure summary={t("certificate.sha")}>
          <p>{t("certificate.shaHint")}</p>
          <p>
            <code className="text-xs break-all">{page.sha256}</code>
          </p>
        </Disclosure>
        {page.mayReadRun && (
          <Link to={`/behy/${page.runId}/ucastnik/${page.enrolmentId}`}>{t("certificate.toTrainee")}</Link>
        )}
      </div>
    </Card>
  );
}
