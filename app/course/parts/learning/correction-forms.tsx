import { useTranslation } from "react-i18next";
import {
  ErrorSummary,
  Form,
  formatDay,
  FormActions,
  HiddenField,
  Section,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  useLanguage,
  type FormState,
} from "~/ui";
import type { HourEntry, HoursReading } from "../../operations/learning/read-hours.server";
import { followsAttendance } from "../../rules/ledger";

interface CorrectionFormsProps {
  entries: readonly HourEntry[];
  modules: HoursReading["modules"];
  formId: string;
  form: FormState | undefined;
}

/** Two ways to put theory hours right: taking a credit back whole, or minutes of a module. */
export function CorrectionForms({ entries, modules, formId, form }: CorrectionFormsProps) {
  const { t } = useTranslation("learning");
  const language = useLanguage();
  const sent = form?.values?.intent;
  const open = entries.filter(
    ({ unit, kind, takenBack }) =>
      unit === "theory" && kind !== "correction" && !followsAttendance(kind) && !takenBack,
  );
  return (
    <>
      {open.length > 0 && (
        <Section title={t("correct.reverse")} lead={t("correct.reverseLead")}>
          <Form state={sent === "reverse" ? form : undefined} action="#oprava">
            <ErrorSummary />
            <HiddenField name="intent" value="reverse" />
            <Select
              name="entry"
              label={t("correct.entry")}
              options={open.map(({ id, day, source, minutes }) => ({
                value: id,
                label: t("correct.option", { day: formatDay(day, language), source, minutes }),
              }))}
            />
            <TextArea
              name="reason"
              label={t("correct.reason")}
              hint={t("correct.reasonHint")}
              rows={2}
              maxLength={300}
            />
            <FormActions>
              <SubmitButton variant="danger">{t("correct.reverseButton")}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      )}
      <Section title={t("correct.adjust")} lead={t("correct.adjustLead")}>
        <Form state={sent === "adjust" ? form : undefined} action="#oprava">
          <ErrorSummary />
          <HiddenField name="intent" value="adjust" />
          <HiddenField name="id" value={formId} />
          <Select
            name="module"
            label={t("correct.module")}
            options={modules.map(({ id, title, minutes, creditedMinutes }) => ({
              value: id,
              label: t("correct.moduleOption", { title, credited: creditedMinutes, total: minutes }),
            }))}
          />
          <TextField
            name="minutes"
            type="number"
            step={1}
            label={t("correct.minutes")}
            hint={t("correct.minutesHint")}
            width="short"
          />
          <TextArea
            name="reason"
            label={t("correct.reason")}
            hint={t("correct.reasonHint")}
            rows={2}
            maxLength={300}
          />
          <FormActions>
            <SubmitButton>{t("correct.adjustButton")}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}
