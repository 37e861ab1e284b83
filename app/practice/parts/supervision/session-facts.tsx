import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui";
import type { SessionDetail } from "../../operations/supervision/read-session.server";
import { useWhen, useWhere } from "./session-words";

/** When, where and who leads it; the link of a video for those who are to come. */
export function SessionFacts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const where = useWhere();
  const { place, link, form, runName, supervisorName, free, state } = session;
  return (
    <DescriptionList
      columns={2}
      items={[
        { label: t("column.when"), value: when(session) },
        {
          label: t("column.where"),
          value:
            place === "video" && state === "planned" ? (
              link ? (
                <a href={link} rel="noreferrer noopener">
                  {t("detail.join")}
                </a>
              ) : (
                t("detail.linkHidden")
              )
            ) : (
              where(session)
            ),
        },
        {
          label: t("column.form"),
          value: t(`forms.${form}`),
        },
        state === "planned" &&
          free !== null && {
            label: t("field.capacity"),
            value: free === 0 ? t("detail.full") : t("detail.free", { count: free }),
          },
        runName !== null && { label: t("column.run"), value: runName },
        { label: t("column.supervisor"), value: supervisorName },
      ]}
    />
  );
}
