import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  CheckboxGroup,
  DateField,
  Disclosure,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "~/ui";
import { privateNoteLength, supervisionForms } from "../codes";

interface SessionFormProps {
  id: string;
  today: string;
  run: { id: string; town: string } | null;
  choices: {
    trainees: readonly { id: string; name: string }[];
    mentors: readonly { id: string; name: string; code: string }[];
  };
  form: FormState | undefined;
}

/** When, where, how long and who: the content of a session goes into the private note only. */
export function SessionForm({ id, today, run, choices, form }: SessionFormProps) {
  const { t } = useTranslation("practice");
  return (
    <Form state={form}>
      <ErrorSummary />
      <HiddenField name="id" value={id} />
      {run && <HiddenField name="run" value={run.id} />}
      <FieldRow>
        <DateField name="day" label={t("supervision.day")} hint={null} max={today} defaultValue={today} />
        <TimeField name="from" label={t("supervision.new.from")} />
        <TextField
          name="minutes"
          type="number"
          width="short"
          label={t("supervision.new.minutes")}
          inputMode="numeric"
          defaultValue={90}
          suffix="min"
        />
      </FieldRow>
      <TextField
        name="town"
        label={t("supervision.new.town")}
        defaultValue={run?.town}
        width="medium"
        autoComplete="off"
      />
      <RadioGroup
        name="form"
        label={t("supervision.new.form")}
        defaultValue="group"
        inline
        options={supervisionForms.map((value) => ({ value, label: t(`supervision.forms.${value}`) }))}
      />
      {run && choices.trainees.length === 0 && <p>{t("supervision.new.traineesNone")}</p>}
      {choices.trainees.length > 0 && (
        <CheckboxGroup
          name="trainee"
          optional
          label={t("supervision.new.trainees")}
          options={choices.trainees.map(({ id: value, name }) => ({ value, label: name }))}
        />
      )}
      {choices.mentors.length === 0 && <p>{t("supervision.new.mentorsNone")}</p>}
      {choices.mentors.length > 0 &&
        (run ? (
          <Disclosure summary={t("supervision.new.mentorsToo")} open={form?.values.mentor !== undefined}>
            <MentorChoices mentors={choices.mentors} />
          </Disclosure>
        ) : (
          <MentorChoices mentors={choices.mentors} />
        ))}
      <TextArea
        name="note"
        optional
        label={t("supervision.new.note")}
        hint={t("supervision.new.noteHint")}
        rows={5}
        maxLength={privateNoteLength}
        lang="cs"
      />
      <FormActions>
        <SubmitButton>{t("supervision.new.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function MentorChoices({ mentors }: { mentors: SessionFormProps["choices"]["mentors"] }) {
  const { t } = useTranslation("practice");
  return (
    <CheckboxGroup
      name="mentor"
      optional
      label={t("supervision.new.mentors")}
      options={mentors.map(({ id: value, name, code }) => ({
        value,
        label: name === code ? code : t("supervision.new.mentor", { name, code }),
      }))}
    />
  );
}
