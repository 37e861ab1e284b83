import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ErrorSummary,
  FieldRow,
  Fieldset,
  Form,
  FormActions,
  formatTeachingHours,
  HiddenField,
  Select,
  SubmitButton,
  TextField,
  TimeField,
  useLanguage,
} from "~/ui";
import type { Attendee, SessionReading } from "../../operations/teaching/read-session.server";

interface AttendanceFormProps {
  reading: SessionReading;
  form: FormState | undefined;
}

/** Who was there, from when to when; afterwards the same form corrects it. */
export function AttendanceForm({ reading, form }: AttendanceFormProps) {
  const { t } = useTranslation("teaching");
  const { session, attendees } = reading;
  const held = session.state === "held";
  const shown = attendees.filter(({ active }) => active);
  return (
    <Form state={form} id="attendance" resetOn={String(session.version)}>
      <ErrorSummary />
      <HiddenField name="intent" value="attendance" />
      <HiddenField name="version" value={session.version} />
      <p>{t(held ? "attendance.correctLead" : "attendance.lead", { from: session.from, to: session.to })}</p>
      {shown.map((attendee) => (
        <AttendeeFields
          key={attendee.enrolmentId}
          attendee={attendee}
          makeUp={session.makeUpForId !== null}
        />
      ))}
      {held && (
        <TextField
          name="reason"
          label={t("attendance.reason")}
          hint={t("attendance.reasonHint")}
          maxLength={300}
        />
      )}
      <FormActions>
        <SubmitButton>{t(held ? "attendance.correct" : "attendance.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function AttendeeFields({ attendee, makeUp }: { attendee: Attendee; makeUp: boolean }) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  const { enrolmentId: id, name, state, arrived, left, excuse, minutes, credited } = attendee;
  const hint =
    state === "present"
      ? t("attendance.credited", {
          present: formatTeachingHours(minutes, language),
          credited: formatTeachingHours(credited, language),
        })
      : undefined;
  return (
    <Fieldset legend={name} hint={hint} className="attendee">
      <FieldRow>
        <Select
          name={`state-${id}`}
          label={t("attendance.state")}
          empty={false}
          // Nobody is expected at a make-up but those who missed something.
          defaultValue={state ?? (makeUp ? "absent" : "present")}
          options={(["present", "absent", "excused"] as const).map((value) => ({
            value,
            label: t(`attendance.${value}`),
          }))}
        />
        <TimeField name={`arrived-${id}`} label={t("attendance.arrived")} defaultValue={arrived} />
        <TimeField name={`left-${id}`} label={t("attendance.left")} defaultValue={left} />
        <TextField
          name={`excuse-${id}`}
          label={t("attendance.excuse")}
          optional
          maxLength={500}
          defaultValue={excuse}
        />
      </FieldRow>
    </Fieldset>
  );
}
