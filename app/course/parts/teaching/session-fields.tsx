import { useTranslation } from "react-i18next";
import { Checkbox, DateField, FieldRow, HiddenField, Select, TextField, TimeField } from "~/ui";
import type { SessionOptions } from "../../operations/teaching/session-options.server";

export interface SessionDefaults {
  moduleId?: string;
  topic?: string;
  place: string;
  trainerId: string | null;
  day?: string;
  from: string;
  to: string;
  endsNextDay?: boolean;
  breakMinutes: number;
}

interface SessionFieldsProps {
  options: SessionOptions;
  defaults: SessionDefaults;
  /** First and last day the calendar offers. */
  min: string;
  max: string;
}

/** What, where, who and when: the same for teaching that is planned, changed or written down afterwards. */
export function SessionFields({ options, defaults, min, max }: SessionFieldsProps) {
  const { t } = useTranslation("teaching");
  const { modules, trainers, missed, run } = options;
  return (
    <>
      {missed ? (
        <HiddenField name="module" value={missed.session.moduleId} />
      ) : (
        <Select
          name="module"
          label={t("field.module")}
          defaultValue={defaults.moduleId}
          options={modules.map((module) => ({
            value: module.id,
            label: t("field.moduleOption", { title: module.title, count: module.hours }),
          }))}
        />
      )}
      <TextField
        name="topic"
        label={t("field.topic")}
        hint={t("field.topicHint")}
        maxLength={200}
        defaultValue={defaults.topic}
      />
      <TextField name="place" label={t("field.place")} maxLength={160} defaultValue={defaults.place} />
      <Select
        name="trainer"
        label={t("field.trainer")}
        optional
        empty={t("field.noTrainer")}
        defaultValue={defaults.trainerId}
        options={trainers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
      <DateField name="day" label={t("field.day")} defaultValue={defaults.day} min={min} max={max} />
      <FieldRow>
        <TimeField name="from" label={t("field.from")} defaultValue={defaults.from} />
        <TimeField name="to" label={t("field.to")} defaultValue={defaults.to} />
        <TextField
          name="breakMinutes"
          type="number"
          inputMode="numeric"
          width="short"
          label={t("field.breakMinutes")}
          defaultValue={defaults.breakMinutes}
          suffix="min"
        />
      </FieldRow>
      <p className="text-muted">{t("field.hoursHint", { maximum: run.settings.maxTeachingHoursPerDay })}</p>
      <Checkbox
        name="endsNextDay"
        label={t("field.endsNextDay")}
        optional
        defaultChecked={defaults.endsNextDay}
      />
    </>
  );
}
