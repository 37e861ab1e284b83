import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure, formatDay, useLanguage } from "~/ui";
import type { MentorToAssign } from "../operations/list-mentors-to-assign.server";
import { mentorName } from "./mentor-name";

/** Who cannot be chosen now and why: for a coordinator who looks for somebody and does not find them. */
export function OtherMentors({ mentors, linked }: { mentors: readonly MentorToAssign[]; linked: boolean }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  if (mentors.length === 0) return null;
  return (
    <Disclosure summary={t("assign.others", { count: mentors.length })}>
      <p>{t("assign.othersLead")}</p>
      <ul className="stack">
        {mentors.map((mentor) => {
          const { state, dueOn } = mentor.standing;
          const day = dueOn ? formatDay(dueOn, language) : "";
          return (
            <li key={mentor.id}>
              {linked ? <Link to={`/mentori/${mentor.id}`}>{mentorName(mentor)}</Link> : mentorName(mentor)}
              {": "}
              {t(`assign.why.${state}`, { day })}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
