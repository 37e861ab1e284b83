import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMinutesAsHours, Section, Timeline } from "~/ui";

interface OwnSupervisionsProps {
  sessions: readonly { day: string; minutes: number; town: string }[];
  pledgeSigned: boolean;
}

/** Sessions a trainee attended, and the signed pledge: what belongs to practice besides its hours. */
export function OwnSupervisions({ sessions, pledgeSigned }: OwnSupervisionsProps) {
  const { t } = useTranslation("practice");
  return (
    <Section title={t("list.supervision")} lead={t("list.supervisionLead")}>
      {sessions.length === 0 ? (
        <p>{t("list.supervisionNone")}</p>
      ) : (
        <Timeline
          label={t("list.supervision")}
          items={sessions.map(({ day, minutes, town }) => ({
            id: `${day}-${town}-${minutes}`,
            at: day,
            title: t("list.supervisionItem", { town, length: formatMinutesAsHours(minutes) }),
            icon: "supervision" as const,
            tone: "success" as const,
          }))}
        />
      )}
      {pledgeSigned && (
        <p>
          {t("list.pledgeSigned")} <Link to="/praxe/slib">{t("list.pledgeShow")}</Link>
        </p>
      )}
    </Section>
  );
}
