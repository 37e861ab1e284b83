import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "~/platform/days";
import { Card, DescriptionList, formatDay, Time, useLanguage } from "~/ui";
import type { MentorView } from "../../operations/mentors/mentor-view.server";

/** The next deadline and how far it is; sessions and invitations have a page of their own. */
export function OwnTerm({ mentor, today }: { mentor: MentorView; today: string }) {
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
        ]}
      />
      <p>
        <Link to="/supervize">{t("own.toSupervision")}</Link>
      </p>
    </Card>
  );
}
