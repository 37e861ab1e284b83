import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import { Checkbox, DateField, FieldRow, Notice, Select, TextArea, TimeField } from "~/ui";
import type { PersonalDataHint } from "../rules/personal-data";
import { activityKinds, noteLength, placeKinds, type ActivityKind, type PlaceKind } from "../codes";

interface EntryFieldsProps {
  today: string;
  /** Values of the entry being corrected. */
  entry?: {
    day: string;
    startMinute: number;
    endMinute: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
  };
  /** What in the text looks like personal data; asks for a confirmation. */
  hints?: readonly PersonalDataHint[];
}

/** What a new entry and a correction ask for. */
export function EntryFields({ today, entry, hints = [] }: EntryFieldsProps) {
  const { t } = useTranslation("practice");
  return (
    <>
      <FieldRow>
        <DateField
          name="day"
          label={t("fields.day")}
          hint={null}
          max={today}
          defaultValue={entry?.day ?? today}
        />
        <TimeField
          name="from"
          label={t("fields.from")}
          defaultValue={entry && formatTime(entry.startMinute)}
        />
        <TimeField name="to" label={t("fields.to")} defaultValue={entry && formatTime(entry.endMinute)} />
      </FieldRow>
      <Select
        name="activity"
        label={t("fields.activity")}
        defaultValue={entry?.activity}
        options={activityKinds.map((value) => ({ value, label: t(`activity.${value}`) }))}
      />
      <Select
        name="place"
        label={t("fields.place")}
        defaultValue={entry?.place}
        options={placeKinds.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextArea
        name="note"
        label={t("fields.note")}
        hint={t("fields.noteHint")}
        rows={5}
        maxLength={noteLength}
        defaultValue={entry?.note}
        lang="cs"
      />
      {hints.length > 0 && <NamesWarning hints={hints} />}
    </>
  );
}

/** Lists what looks like a name, a phone or a birth number, and asks to look again. */
function NamesWarning({ hints }: { hints: readonly PersonalDataHint[] }) {
  const { t } = useTranslation("practice");
  return (
    <>
      <Notice tone="warning" title={t("names.title")}>
        <p>{t("names.intro")}</p>
        <ul>
          {hints.map(({ kind, found }) => (
            <li key={`${kind}:${found}`}>{t("names.item", { kind: t(`names.kind.${kind}`), found })}</li>
          ))}
        </ul>
        <p>{t("names.advice")}</p>
      </Notice>
      <Checkbox name="namesChecked" label={t("names.confirm")} />
    </>
  );
}
