import { useTranslation } from "react-i18next";
import { LinkButton, Notice, PageHeader } from "~/ui";

/** The same answer for an address with an account and for one without. */
export function LetterSent({ kind, back }: { kind: "registration" | "forgotten"; back: string }) {
  const { t } = useTranslation("people");
  return (
    <div className="mx-auto w-full max-w-xl">
      <PageHeader title={t(`${kind}.sentTitle`)} lead={t(`${kind}.sentLead`)} />
      <Notice tone="info">
        <p>{t(`${kind}.sentText`)}</p>
        {kind === "registration" && <p>{t("registration.sentAgain")}</p>}
      </Notice>
      <p className="mt-6">
        <LinkButton to={back} variant="secondary">
          {t(`${kind}.back`)}
        </LinkButton>
      </p>
    </div>
  );
}
