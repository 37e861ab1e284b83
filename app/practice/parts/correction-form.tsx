import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Disclosure, ErrorSummary, Form, FormActions, HiddenField, Section, SubmitButton } from "~/ui";
import type { PersonalDataHint } from "../rules/personal-data";
import type { ActivityKind, PlaceKind, PracticeState } from "../codes";
import { EntryFields } from "./entry-fields";

interface CorrectionFormProps {
  entry: {
    day: string;
    startMinute: number;
    endMinute: number;
    activity: ActivityKind;
    place: PlaceKind;
    note: string;
    state: PracticeState;
    version: number;
  };
  today: string;
  form: FormState | undefined;
  hints: readonly PersonalDataHint[] | undefined;
}

/** Corrects an entry: in plain sight when it was returned, behind a line while it waits. */
export function CorrectionForm({ entry, today, form, hints }: CorrectionFormProps) {
  const { t } = useTranslation("practice");
  const mine = form?.values.intent === "correct" ? form : undefined;
  const fields = (
    <Form state={mine}>
      <ErrorSummary />
      <HiddenField name="intent" value="correct" />
      <HiddenField name="version" value={entry.version} />
      <EntryFields today={today} entry={entry} hints={hints} />
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
