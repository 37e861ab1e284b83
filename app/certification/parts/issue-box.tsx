import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Card, ConfirmButton, Disclosure, formatDay, LinkButton, useLanguage } from "~/ui";
import type { TraineeStanding } from "../rules/trainee-standing";

interface IssueBoxProps {
  name: string;
  standing: TraineeStanding;
  /** Made by the loader, so that pressing twice issues one certificate. */
  formId: string;
  mayIssue: boolean;
  form: FormState | undefined;
}

/** The certificate of a trainee: what is missing, the button that issues it, or the issued one. */
export function IssueBox({ name, standing, formId, mayIssue, form }: IssueBoxProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const { certificate, graduation, state } = standing;
  if (certificate) {
    const values = { number: certificate.number, day: formatDay(certificate.issuedOn, language) };
    return (
      <Card title={t("issue.title")} level={2} icon="certificate" tone="river">
        <p>{t("issue.existing", values)}</p>
        <LinkButton to={`/osvedceni/${certificate.id}`} variant="secondary">
          {t("issue.open")}
        </LinkButton>
      </Card>
    );
  }
  const ready = graduation.complete && state === "active";
  return (
    <Card title={t("issue.title")} level={2} icon="certificate" tone={ready ? "river" : "plain"}>
      <div className="stack">
        <p>{t(ready ? "issue.ready" : "issue.notYet")}</p>
        {ready && !mayIssue && <p>{t("issue.notYours")}</p>}
        {ready && mayIssue && (
          <ConfirmButton
            label={t("issue.button")}
            title={t("issue.confirmTitle", { name })}
            text={<p>{t("issue.confirmText")}</p>}
            variant="primary"
            confirmVariant="primary"
            icon="certificate"
            values={{ id: formId }}
            state={form}
          />
        )}
        <Disclosure summary={t("issue.unconfirmedTitle")}>
          <p>{t("issue.unconfirmed")}</p>
        </Disclosure>
      </div>
    </Card>
  );
}
