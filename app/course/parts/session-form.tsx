import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Select,
  SubmitButton,
  TextField,
} from "~/ui";
import type { SessionsReading } from "../operations/read-sessions.server";

interface SessionFormProps {
  id: string;
  today: string;
  reading: SessionsReading;
  form: FormState | undefined;
}

/** In-person teaching: when, what, how long, who was there. */
export function SessionForm({ id, today, reading, form }: SessionFormProps) {
  const { t } = useTranslation("course");
  const { run, modules, trainees } = reading;
  const maximum = run.settings.maxTeachingHoursPerDay;
  return (
    <Form state={form} id="session">
      <ErrorSummary />
      <HiddenField name="intent" value="credit" />
      <HiddenField name="id" value={String(form?.values.id ?? id)} />
      <DateField name="day" label={t("session.day")} defaultValue={today} min={run.startsOn} max={today} />
      <Select
        name="module"
        label={t("session.module")}
        empty
        options={modules.map((module) => ({
          value: module.id,
          label: t("session.moduleOption", { title: module.title, count: module.hours }),
        }))}
      />
      <TextField name="topic" label={t("session.topic")} hint={t("session.topicHint")} maxLength={200} />
      <TextField
        name="hours"
        type="number"
        inputMode="numeric"
        width="short"
        label={t("session.hours")}
        hint={t("session.hoursHint", { maximum })}
      />
      <CheckboxGroup
        name="present"
        label={t("session.present")}
        hint={t("session.presentHint")}
        options={trainees.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))}
      />
      <FormActions>
        <SubmitButton>{t("session.credit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
