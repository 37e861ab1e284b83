import { useTranslation } from "react-i18next";
import { DateField, FieldRow, RadioGroup, TextField, TimeField } from "~/ui";
import { supervisionPlaces, usualMinutes, type SupervisionPlaceKind } from "../../supervision-codes";

export interface WhenDefaults {
  day?: string;
  from?: string;
  minutes?: number;
  place?: SupervisionPlaceKind;
  town?: string;
  link?: string | null;
  capacity?: number | null;
}

interface WhenFieldsProps {
  defaults: WhenDefaults;
  /** First and last day the calendar offers. */
  min?: string;
  max?: string;
  /** A past session has neither a link nor a limit of people any more. */
  past?: boolean;
  /** An individual session always has one place. */
  withCapacity?: boolean;
}

/** When and where: the same for a session that is planned, changed or written down afterwards. */
export function WhenFields({ defaults, min, max, past = false, withCapacity = true }: WhenFieldsProps) {
  const { t } = useTranslation("supervision");
  return (
    <>
      <FieldRow>
        <DateField
          name="day"
          label={t("field.day")}
          hint={null}
          min={min}
          max={max}
          defaultValue={defaults.day}
        />
        <TimeField name="from" label={t("field.from")} defaultValue={defaults.from} />
        <TextField
          name="minutes"
          type="number"
          width="short"
          label={t("field.minutes")}
          inputMode="numeric"
          defaultValue={defaults.minutes ?? usualMinutes}
          suffix="min"
        />
      </FieldRow>
      <RadioGroup
        name="place"
        label={t("field.place")}
        defaultValue={defaults.place ?? "in_person"}
        inline
        options={supervisionPlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextField
        name="town"
        optional
        label={t("field.town")}
        hint={t("field.townHint")}
        defaultValue={defaults.town}
        maxLength={80}
        width="medium"
        autoComplete="off"
      />
      {!past && (
        <TextField
          name="link"
          type="url"
          optional
          label={t("field.link")}
          hint={t("field.linkHint")}
          defaultValue={defaults.link}
          maxLength={500}
          autoComplete="off"
        />
      )}
      {!past && withCapacity && (
        <TextField
          name="capacity"
          type="number"
          width="short"
          inputMode="numeric"
          optional
          label={t("field.capacity")}
          hint={t("field.capacityHint")}
          defaultValue={defaults.capacity}
        />
      )}
    </>
  );
}
