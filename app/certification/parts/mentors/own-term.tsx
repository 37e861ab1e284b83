import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysBetween, formatTime } from "~/platform/days";
import { Card, DescriptionList, formatDay, formatTimeOfDay, Time, useLanguage } from "~/ui";
import type { MentorView } from "../../operations/mentors/mentor-view.server";

/** A planned session of supervision the mentor was asked to. */
interface ComingSession {
  id: string;
  day: string;
  startMinute: number;
  town: string;
  ownState: string | null;
}

interface OwnTermProps {
  mentor: MentorView;
  today: string;
  sessions: readonly ComingSession[];
}

/** The next deadline, how far it is, and the sessions that are planned. */
export function OwnTerm({ mentor, today, sessions }: OwnTermProps) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const { dueOn, lastSupervisionOn, exemptTo } = mentor.standing;
  const left = dueOn === null ? null : daysBetween(today, dueOn);
  const far =
    left === null
      ? null
      : exemptTo !== null
        ? t("board.exempt", { day: formatDay(exemptTo, language) })
        : left === 0
          ? t("board.today")
          : t(left > 0 ? "board.left" : "board.overdue", { count: Math.abs(left) });
  return (
    <Card title={t("own.next")} level={2} icon="calendar" tone="river">
      <DescriptionList
        columns={2}
        items={[
          {
            label: t("own.nextSupervision"),
            value: dueOn ? (
              <>
                <strong>
                  <Time value={dueOn} />
                </strong>
                {far && <span className="block text-sm text-ink-soft">{far}</span>}
              </>
            ) : (
              t("own.noTerm")
            ),
          },
          {
            label: t("own.lastSupervision"),
            value: lastSupervisionOn ? <Time value={lastSupervisionOn} /> : t("own.never"),
          },
          ...sessions.map(({ id, day, startMinute, town, ownState }) => ({
            label: t(ownState === "invited" ? "own.invited" : "own.planned"),
            value: (
              <Link to={`/supervize/${id}`}>
                {formatDay(day, language)} {formatTimeOfDay(formatTime(startMinute), language)}, {town}
              </Link>
            ),
          })),
        ]}
      />
      <p>
        <Link to="/supervize">{t("own.toSupervision")}</Link>
      </p>
    </Card>
  );
}
