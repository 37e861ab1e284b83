import { useTranslation } from "react-i18next";
import { LinkButton, PageHeader } from "~/ui";

/** Somebody accepted a place and was signed out, because their rights changed. */
export function PlaceAccepted() {
  const { t } = useTranslation("recruitment");
  return (
    <>
      <PageHeader title={t("own.acceptedTitle")} lead={t("own.acceptedText")} />
      <LinkButton to="/prihlaseni?dal=/kurz">{t("own.signIn")}</LinkButton>
    </>
  );
}
