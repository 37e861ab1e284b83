import { useTranslation } from "react-i18next";
import { DescriptionList, formatDay, formatPercent, Time, useLanguage } from "~/ui";
import type { OwnOverview } from "../../operations/overview/own-overview.server";

/** By when: the next session, this month's supervision, the end of the run; and how attendance stands. */
export function OwnDates({ overview }: { overview: OwnOverview }) {
  const { t } = useTranslation("overview");
  const language = useLanguage();
  const { run, nextSession, supervisionBy, supervisionDueOn, attendance } = overview;
  const share = (value: number) => formatPercent(Math.floor(value * 100 + 1e-9) / 100, language);
  const limit = formatPercent(run.settings.examAdmissionShare, language);
  return (
    <div id="terminy">
      <DescriptionList
        items={[
          {
            label: t("own.nextSession"),
            value: nextSession ? (
              <>
                <Time value={nextSession.startsAt} />, {nextSession.place}: {nextSession.topic}
              </>
            ) : (
              t("own.noSession")
            ),
          },
          {
            label: t("own.supervision"),
            value: supervisionBy
              ? t("own.supervisionBy", { day: formatDay(supervisionBy, language) })
              : supervisionDueOn
                ? t("own.supervisionNext", { day: formatDay(supervisionDueOn, language) })
                : t("own.supervisionFine"),
          },
          { label: t("own.runEnds"), value: <Time value={run.endsOn} /> },
          {
            label: t("own.attendance"),
            value:
              attendance.share === null
                ? t("own.attendanceNone")
                : t("own.attendanceIs", {
                    share: share(attendance.share),
                    best: share(attendance.best ?? attendance.share),
                    limit,
                  }),
          },
        ]}
      />
    </div>
  );
}
