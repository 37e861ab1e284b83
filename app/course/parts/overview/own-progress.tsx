import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BridgeProgress, formatMinutesAsHours, formatTeachingHours, useLanguage } from "~/ui";
import type { StudyOverview } from "../../operations/read-course.server";

interface OwnProgressProps {
  overview: Pick<StudyOverview, "run" | "sums">;
  /** Where to read more. */
  action?: ReactNode;
}

/** Hours of theory and practice done, as the bridge with its numbers. */
export function OwnProgress({ overview: { run, sums }, action }: OwnProgressProps) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  const { settings } = run;
  return (
    <BridgeProgress
      title={t("study.bridge")}
      summary={t("study.run", { name: run.name, town: run.town })}
      action={action}
      spans={[
        {
          label: t("study.theory"),
          done: sums.theoryMinutes,
          total: settings.theoryMinutes,
          text: t("hours.ofTheory", {
            done: formatTeachingHours(sums.theoryMinutes, language),
            total: formatTeachingHours(settings.theoryMinutes, language),
          }),
          arches: 6,
        },
        {
          label: t("study.practice"),
          done: sums.practiceMinutes,
          total: settings.practiceMinutes,
          text: t("hours.ofPractice", {
            done: formatMinutesAsHours(sums.practiceMinutes),
            total: formatMinutesAsHours(settings.practiceMinutes),
          }),
          arches: 4,
        },
      ]}
    />
  );
}
