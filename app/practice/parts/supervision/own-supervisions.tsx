import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDay, formatMinutesAsHours, Notice, Section, Timeline, useLanguage } from "~/ui";
import type { DutyClock } from "../../rules/supervision/duty-clock";
import { useWhere } from "./session-words";

interface OwnSupervisionsProps {
  sessions: readonly {
    id: string;
    day: string;
    minutes: number;
    town: string;
    place: "in_person" | "video";
  }[];
  clock: DutyClock | null;
  pledgeSigned: boolean;
}

/**
 * Sessions a trainee attended, by when the next one is due, and the signed pledge: what belongs to practice
 * besides its hours.
 */
export function OwnSupervisions({ sessions, clock, pledgeSigned }: OwnSupervisionsProps) {
  const { t: tPractice } = useTranslation("practice");
  const { t } = useTranslation("supervision");
  const where = useWhere();
  return (
    <Section title={t("title")} lead={t("practice.lead")}>
      {clock && <Deadline clock={clock} />}
      {sessions.length === 0 ? (
        <p>{t("practice.none")}</p>
      ) : (
        <Timeline
          label={t("title")}
          items={sessions.map((session) => ({
            id: session.id,
            at: session.day,
            title: t("practice.item", {
              place: where(session),
              length: formatMinutesAsHours(session.minutes),
            }),
            icon: "supervision" as const,
            tone: "success" as const,
          }))}
        />
      )}
      <p>
        <Link to="/supervize">{t("practice.more")}</Link>
      </p>
      {pledgeSigned && (
        <p>
          {tPractice("list.pledgeSigned")} <Link to="/praxe/slib">{tPractice("list.pledgeShow")}</Link>
        </p>
      )}
    </Section>
  );
}

function Deadline({ clock: { state, dueOn, owedBy } }: { clock: DutyClock }) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  if (state === "exempt") return <Notice>{t("practice.exempt")}</Notice>;
  if (dueOn === null) return null;
  const day = formatDay(dueOn, language);
  if (state === "overdue") return <Notice tone="danger">{t("practice.missed", { day })}</Notice>;
  if (owedBy !== null)
    return <Notice tone={state === "soon" ? "warning" : "info"}>{t("practice.owed", { day })}</Notice>;
  return <p>{t("practice.due", { day })}</p>;
}
