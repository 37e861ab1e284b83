import { useTranslation } from "react-i18next";
import { formatDay, useLanguage } from "~/ui";
import type { ExamDeadlines } from "../../operations/exam/exam-deadlines-of.server";

/** Until when somebody can resit, excuse an absence, or come to a substitute exam. */
export function DeadlineList({ deadlines }: { deadlines: ExamDeadlines }) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const day = (value: string) => formatDay(value, language);
  const { resits, excuseUntil, substituteUntil } = deadlines;
  if (resits.length === 0 && !excuseUntil && !substituteUntil) return null;
  return (
    <ul className="plain-points">
      {resits.map(({ part, until }) => (
        <li key={part}>{t("deadline.resit", { part: t(`part.${part}`), day: day(until) })}</li>
      ))}
      {excuseUntil && <li>{t("deadline.excuse", { day: day(excuseUntil) })}</li>}
      {substituteUntil && <li>{t("deadline.substitute", { day: day(substituteUntil) })}</li>}
    </ul>
  );
}
