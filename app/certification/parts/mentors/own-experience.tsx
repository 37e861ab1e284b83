import { useTranslation } from "react-i18next";
import { formatDay, ProgressBar, useLanguage } from "~/ui";
import type { MentorView } from "../../operations/mentors/mentor-view.server";
import { monthsWorked } from "../../rules/mentors/months-worked";

/** How far the mentor is from being experienced enough for clients of social curators. */
export function OwnExperience({ mentor, today }: { mentor: MentorView; today: string }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  const { experience, settings } = mentor;
  const { missing } = experience;
  const months = { done: monthsWorked(experience.since, today), needed: settings.experiencedMonths };
  const cases = { done: experience.closedCases, needed: settings.experiencedClosedCases };
  const note = !missing?.months
    ? null
    : missing.monthsOn
      ? t("own.monthsOn", { day: formatDay(missing.monthsOn, language) })
      : t("own.monthsUnknown");
  return (
    <div className="stack">
      <p>{t(missing ? "own.experienceLead" : "own.experienceDone")}</p>
      {missing && (
        <>
          <ProgressBar
            label={t("own.months")}
            value={Math.min(months.done, months.needed)}
            max={Math.max(1, months.needed)}
            valueText={t("own.monthsOf", months)}
          />
          {note && <p className="text-sm text-ink-soft">{note}</p>}
          <ProgressBar
            label={t("own.cases")}
            value={Math.min(cases.done, cases.needed)}
            max={Math.max(1, cases.needed)}
            valueText={t("own.monthsOf", cases)}
          />
        </>
      )}
    </div>
  );
}
