import { useTranslation } from "react-i18next";
import { FieldRow, Fieldset, Select, TextField } from "~/ui";
import type { SessionPerson } from "../../operations/supervision/read-session.server";
import { reasonLength } from "../../codes";
import { presenceStates } from "../../rules/supervision/attendance";

interface AttendanceFieldsProps {
  person: SessionPerson;
  /** Length of the session. */
  minutes: number;
}

/** How it ended for one person: there and for how long, not there, or excused and why. */
export function AttendanceFields({ person, minutes }: AttendanceFieldsProps) {
  const { t } = useTranslation("supervision");
  const { personId, name, state, reason } = person;
  const declined = state === "declined";
  const shown = state === "absent" || state === "excused" ? state : declined ? "excused" : "present";
  return (
    <Fieldset legend={name} hint={declined ? t("attendance.declined") : undefined}>
      <FieldRow>
        <Select
          name={`state-${personId}`}
          label={t("attendance.state")}
          empty={false}
          defaultValue={shown}
          options={presenceStates.map((value) => ({ value, label: t(`attendance.${value}`) }))}
        />
        <TextField
          name={`minutes-${personId}`}
          type="number"
          inputMode="numeric"
          width="short"
          optional
          label={t("attendance.minutes")}
          hint={t("attendance.minutesHint", { minutes })}
          defaultValue={person.minutes}
          suffix="min"
        />
        <TextField
          name={`reason-${personId}`}
          optional
          label={t("attendance.reason")}
          maxLength={reasonLength}
          defaultValue={reason}
          lang="cs"
        />
      </FieldRow>
    </Fieldset>
  );
}
