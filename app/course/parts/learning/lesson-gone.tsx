import { useTranslation } from "react-i18next";
import { ButtonGroup, LinkButton, PageHeader } from "~/ui";

/** Said at the address of a lesson the course does not have. */
export function LessonGone() {
  const { t } = useTranslation("learning");
  return (
    <PageHeader
      eyebrow="404"
      title={t("gone.title")}
      lead={t("gone.text")}
      actions={
        <ButtonGroup>
          <LinkButton to="/kurz">{t("gone.toCourse")}</LinkButton>
          <LinkButton to="/kurz/slovnik" variant="quiet">
            {t("gone.toGlossary")}
          </LinkButton>
        </ButtonGroup>
      }
    />
  );
}
