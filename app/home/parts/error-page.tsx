import { useTranslation } from "react-i18next";
import { LinkButton, PageHeader } from "~/ui";
import { useText } from "~/ui/texts";

const titles = { 403: "errorPage.title403", 404: "errorPage.title404", 500: "errorPage.title500" } as const;

/** Says what happened and where to go on. */
export function ErrorPage({ status, reason }: { status: number; reason?: string }) {
  const { t } = useTranslation("common");
  const text = useText();
  const title =
    titles[status as keyof typeof titles] ?? (status >= 500 ? titles[500] : "errorPage.titleOther");
  const fallback =
    status === 404 ? "errors:notFound" : status >= 500 ? "errors:unexpected" : "errors:badRequest";
  return (
    <PageHeader
      eyebrow={String(status)}
      title={t(title)}
      lead={text(reason ?? fallback)}
      actions={<LinkButton to="/">{t("errorPage.home")}</LinkButton>}
    />
  );
}
