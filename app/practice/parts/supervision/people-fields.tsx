import { useTranslation } from "react-i18next";
import { CheckboxGroup, Disclosure, formatDay, useLanguage } from "~/ui";
import type {
  PersonChoice,
  SupervisionChoices,
} from "../../operations/supervision/supervision-choices.server";

interface PeopleFieldsProps {
  choices: Pick<SupervisionChoices, "trainees" | "mentors">;
  /** A run was chosen. */
  withRun: boolean;
  /** People are written down who came, not invited. */
  came?: boolean;
  /** Mentors were ticked in a form that was refused. */
  mentorsOpen?: boolean;
}

/** Trainees of the run and mentors to tick, each with the day by which they need supervision. */
export function PeopleFields({ choices, withRun, came = false, mentorsOpen = false }: PeopleFieldsProps) {
  const { t } = useTranslation("supervision");
  const { trainees, mentors } = choices;
  const hintOf = useDueHint();
  const mentorGroup = (
    <CheckboxGroup
      name="mentor"
      optional
      label={t(came ? "field.mentorsCame" : "field.mentors")}
      options={mentors.map(({ code, ...mentor }) => ({
        value: mentor.id,
        label: mentor.name === code ? code : t("field.mentor", { name: mentor.name, code }),
        hint: hintOf(mentor),
      }))}
    />
  );
  return (
    <>
      {withRun && trainees.length === 0 && <p>{t("field.traineesNone")}</p>}
      {trainees.length > 0 && (
        <CheckboxGroup
          name="trainee"
          optional
          label={t(came ? "field.traineesCame" : "field.trainees")}
          options={trainees.map((trainee) => ({
            value: trainee.id,
            label: trainee.name,
            hint: hintOf(trainee),
          }))}
        />
      )}
      {mentors.length === 0 && <p>{t("field.mentorsNone")}</p>}
      {mentors.length > 0 &&
        (withRun ? (
          <Disclosure summary={t("field.mentorsToo")} open={mentorsOpen}>
            {mentorGroup}
          </Disclosure>
        ) : (
          mentorGroup
        ))}
    </>
  );
}

function useDueHint() {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  return ({ dueOn, state }: PersonChoice) => {
    if (state === "exempt") return t("field.dueExempt");
    if (dueOn === null) return undefined;
    return t(state === "overdue" ? "field.dueMissed" : "field.due", { day: formatDay(dueOn, language) });
  };
}
