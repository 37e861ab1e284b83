import { useTranslation } from "react-i18next";
import type { PublicPage } from "~/course/index.server";
import { formatDay, PageHeader, useLanguage } from "~/ui";

/** A public page written in `content/stranky`. */
export function PublicText({ page }: { page: PublicPage }) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  return (
    <>
      <PageHeader title={page.title} lead={<span lang="cs">{page.summary}</span>} />
      <article className="prose" lang="cs" dangerouslySetInnerHTML={{ __html: page.html }} />
      <p className="section">{t("publicPage.reviewed", { day: formatDay(page.lastReviewed, language) })}</p>
    </>
  );
}
