import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import type { FormState } from "~/platform/form-state";
import { Disclosure, ErrorSummary, Form, FormActions, HiddenField, Section, SubmitButton } from "~/ui";
import type { PersonalDataHint } from "../rules/personal-data";
import type { ActivityKind, PlaceKind, PracticeState } from "../codes";
import { EntryFields, type FieldChoices } from "./entry-fields";

interface CorrectionFormProps {
  entry: {
    day: string;
    startMinute: number;
    endMinute: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
    case: { id: string } | null;
    guide: { mentorId: string } | null;
    state: PracticeState;
    version: number;
  };
  choices: FieldChoices;
  today: string;
  form: FormState | undefined;
  hints: readonly PersonalDataHint[] | undefined;
}

/** Corrects an entry: in plain sight when it was returned, behind a line while it waits. */
export function CorrectionForm({ entry, choices, today, form, hints }: CorrectionFormProps) {
  const { t } = useTranslation("practice");
  const mine = form?.values.intent === "correct" ? form : undefined;
  const { day, activity, place, note, startMinute, endMinute } = entry;
  const values = {
    ...{ day, activity, place, note },
    from: formatTime(startMinute),
    to: formatTime(endMinute),
    case: entry.case?.id,
    guide: entry.guide?.mentorId ?? "",
  };
  const fields = (
    <Form state={mine}>
      <ErrorSummary />
      <HiddenField name="intent" value="correct" />
      <HiddenField name="version" value={entry.version} />
      <EntryFields today={today} choices={choices} values={values} hints={hints} />
      <FormActions>
        <SubmitButton>{t("entry.correct")}</SubmitButton>
      </FormActions>
    </Form>
  );
  if (entry.state === "returned" || mine) {
    return (
      <Section title={t("entry.correctTitle")} lead={t("entry.correctLead")}>
        {fields}
      </Section>
    );
  }
  return <Disclosure summary={t("entry.correctOpen")}>{fields}</Disclosure>;
}
