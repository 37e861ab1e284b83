import { useTranslation } from "react-i18next";
import { Card, Section, Stack } from "~/ui";
import type { SessionRow } from "../../operations/supervision/session-row.server";
import { InvitationTag, SessionTag } from "./session-tag";
import { useWhen, useWhere } from "./session-words";

/** Supervision that is to come, for somebody's calendar; nothing when there is none. */
export function SupervisionCalendar({ sessions }: { sessions: readonly SessionRow[] }) {
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const where = useWhere();
  if (sessions.length === 0) return null;
  return (
    <Section title={t("calendar.title")} lead={t("calendar.lead")}>
      <Stack>
        {sessions.map((session) => (
          <Card
            key={session.id}
            icon="supervision"
            title={when(session)}
            lead={`${t(`forms.${session.form}`)} · ${where(session)}`}
            status={
              session.ownState && session.state === "planned" ? (
                <InvitationTag state={session.ownState} own />
              ) : (
                <SessionTag state={session.state} over={session.over} />
              )
            }
            to={`/supervize/${session.id}`}
          />
        ))}
      </Stack>
    </Section>
  );
}
