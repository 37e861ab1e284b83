import { useTranslation } from "react-i18next";
import { ConfirmButton, RadioGroup, Select, TextArea, type FormState } from "~/ui";
import type { MentorToAssign } from "../operations/list-mentors-to-assign.server";
import { chosenEndReasons, textLimits } from "../codes";
import { mentorName } from "./mentor-name";

interface MentorChoiceProps {
  mentors: MentorToAssign[];
  /** Those without enough experience are shown, and cannot be chosen. */
  needsExperience: boolean;
}

/** Active mentors with what a coordinator looks at: how much work they have, and what stands in the way. */
export function MentorChoice({ mentors, needsExperience }: MentorChoiceProps) {
  const { t } = useTranslation("registry");
  return (
    <RadioGroup
      name="mentorId"
      label={t("assign.mentor")}
      options={mentors.map((mentor) => {
        const unfit = needsExperience && mentor.missing !== null;
        const hints = [
          t("assign.load", { count: mentor.load }),
          unfit && t("assign.notExperienced"),
          mentor.name === null && t("assign.noAccount"),
        ];
        return {
          value: mentor.id,
          label: mentorName(mentor),
          hint: hints.filter(Boolean).join(" · "),
          disabled: unfit,
        };
      })}
    />
  );
}

/** Why the mentor who had the case until now ends. */
export function EndReason() {
  const { t } = useTranslation("registry");
  return (
    <>
      <Select
        name="endReason"
        label={t("assign.endReason")}
        options={chosenEndReasons.map((reason) => ({ value: reason, label: t(`endReason.${reason}`) }))}
      />
      <TextArea
        name="note"
        label={t("assign.note")}
        hint={t("assign.noteHint")}
        rows={2}
        optional
        maxLength={textLimits.reason}
      />
    </>
  );
}

/** Ends a mentor's work without another mentor in place. */
export function EndAssignment({ version, state }: { version: number; state: FormState | undefined }) {
  const { t } = useTranslation("registry");
  return (
    <ConfirmButton
      label={t("assign.end.label")}
      title={t("assign.end.title")}
      text={t("assign.end.text")}
      confirmLabel={t("assign.end.submit")}
      size="sm"
      values={{ intent: "end", version }}
      state={state}
    >
      <EndReason />
    </ConfirmButton>
  );
}
