import { useTranslation } from "react-i18next";
import { DescriptionList, formatTeachingHours, useLanguage } from "~/ui";
import type { SessionReading } from "../../operations/teaching/read-session.server";
import { sessionWhen } from "./session-when";

/** When, where, what and who. */
export function SessionFactsList({
  reading: { session, moduleTitle, trainer },
}: {
  reading: Pick<SessionReading, "session" | "moduleTitle" | "trainer">;
}) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <DescriptionList
      columns={3}
      items={[
        {
          label: t("column.when"),
          value: `${sessionWhen(session, language)}${session.endsNextDay ? ` (${t("facts.nextDay")})` : ""}`,
        },
        { label: t("column.place"), value: session.place },
        { label: t("column.trainer"), value: trainer ?? t("field.noTrainer") },
        { label: t("field.module"), value: moduleTitle },
        {
          label: t("column.hours"),
          value: t("facts.hours", {
            hours: formatTeachingHours(session.minutes, language),
            breaks: session.breakMinutes,
          }),
        },
      ]}
    />
  );
}
