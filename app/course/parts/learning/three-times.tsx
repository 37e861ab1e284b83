import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui";
import type { LessonStanding } from "../../operations/read-lesson.server";
import { measuredMinutes } from "../../rules/learning/reading-time";

/** Measured, declared and credited time of this lesson, each by its own name. */
export function ThreeTimes({ standing }: { standing: LessonStanding }) {
  const { t } = useTranslation("learning");
  const minutes = (count: number | null) => (count === null ? "–" : t("hours.minutes", { minutes: count }));
  return (
    <div className="three-times">
      <DescriptionList
        columns={3}
        items={[
          { label: t("hours.measured"), value: minutes(measuredMinutes(standing.measuredSeconds)) },
          { label: t("hours.declared"), value: minutes(standing.declaredMinutes) },
          { label: t("hours.credited"), value: minutes(standing.creditedMinutes) },
        ]}
      />
      <p className="lesson-total">
        {t("hours.lookingIsNotCredit")} <Link to="/kurz/hodiny">{t("hours.title")}</Link>
      </p>
    </div>
  );
}
