import { useTranslation } from "react-i18next";
import { Card, formatTeachingHours, Stack, useLanguage } from "~/ui";
import type { CalendarSession } from "../../operations/teaching/own-calendar.server";
import { SessionTag } from "./session-tag";
import { sessionWhen } from "./session-when";

/** Sessions that concern somebody, each leading to its page. */
export function CalendarList({
  sessions,
  withRun,
}: {
  sessions: readonly CalendarSession[];
  withRun: boolean;
}) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <Stack>
      {sessions.map((session) => (
        <Card
          key={session.id}
          icon="calendar"
          title={sessionWhen(session, language)}
          lead={`${session.topic} · ${session.place}`}
          status={<SessionTag state={session.state} />}
          to={session.path}
        >
          <p className="text-muted">
            {withRun && `${session.runName} · `}
            {session.moduleTitle} ·{" "}
            {t("people.hours", { hours: formatTeachingHours(session.minutes, language) })}
            {session.makeUpForId && ` · ${t("makeUp.tag")}`}
            {session.own && ` · ${t(`own.${session.own.state}`)}`}
          </p>
          {session.cancelReason && <p>{t("cancel.because", { reason: session.cancelReason })}</p>}
        </Card>
      ))}
    </Stack>
  );
}
