import { useTranslation } from "react-i18next";
import { FieldRow, Select, TextArea, TimeField } from "~/ui";
import type { PersonalDataHint } from "../rules/personal-data";
import { activityKinds, noteLength, placeKinds } from "../codes";
import { DayChoice } from "./day-choice";
import { NamesWarning } from "./names-warning";

export interface FieldChoices {
  cases: readonly { id: string; code: string; centre: string }[];
  guides: readonly { mentorId: string; name: string }[];
}

interface EntryFieldsProps {
  today: string;
  choices: FieldChoices;
  /** Values by field: of the entry being corrected, or of a draft. Times are `HH:MM`. */
  values?: Partial<Record<"day" | "from" | "to" | "activity" | "place" | "case" | "guide" | "note", string>>;
  /** What in the text looks like personal data; asks for a confirmation. */
  hints?: readonly PersonalDataHint[];
}

/** What a new entry and a correction ask for. */
export function EntryFields({ today, choices, values = {}, hints = [] }: EntryFieldsProps) {
  const { t } = useTranslation("practice");
  const { cases, guides } = choices;
  const onlyGuide = guides.length === 1 ? guides[0]!.mentorId : undefined;
  return (
    <>
      <DayChoice today={today} value={values.day} />
      <FieldRow>
        <TimeField name="from" label={t("fields.from")} defaultValue={values.from} />
        <TimeField name="to" label={t("fields.to")} defaultValue={values.to} />
      </FieldRow>
      <Select
        name="activity"
        label={t("fields.activity")}
        defaultValue={values.activity}
        options={activityKinds.map((value) => ({ value, label: t(`activity.${value}`) }))}
      />
      <Select
        name="place"
        label={t("fields.place")}
        defaultValue={values.place}
        options={placeKinds.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      {guides.length > 0 && (
        <Select
          name="guide"
          label={t("fields.guide")}
          hint={t("fields.guideHint")}
          optional
          empty={t("fields.guideNone")}
          defaultValue={values.guide ?? onlyGuide}
          options={guides.map(({ mentorId, name }) => ({ value: mentorId, label: name }))}
        />
      )}
      {cases.length > 0 && (
        <Select
          name="case"
          label={t("fields.case")}
          hint={t("fields.caseHint")}
          optional
          empty={t("fields.caseNone")}
          defaultValue={values.case}
          options={cases.map(({ id, code, centre }) => ({
            value: id,
            label: t("fields.caseLabel", { code, centre }),
          }))}
        />
      )}
      <TextArea
        name="note"
        label={t("fields.note")}
        hint={t("fields.noteHint")}
        rows={5}
        maxLength={noteLength}
        defaultValue={values.note}
        lang="cs"
      />
      {hints.length > 0 && <NamesWarning hints={hints} />}
    </>
  );
}
