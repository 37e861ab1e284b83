import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  DateField,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Section,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import type { ApplicationReading } from "../../operations/read-application.server";

interface InterviewProps {
  application: ApplicationReading;
  editable: boolean;
  form: FormState | undefined;
}

/** Notes of the selection interview: who, when, and what was agreed. */
export function InterviewSection({ application, editable, form }: InterviewProps) {
  const { t } = useTranslation("recruitment");
  const language = useLanguage();
  const { interview } = application;
  if (!interview && !editable) return null;
  return (
    <Section title={t("interview.title")} lead={t("interview.lead")}>
      {interview ? (
        <>
          <p className="text-muted">
            {t("interview.held", { day: formatDay(interview.on, language), name: interview.by })}
          </p>
          <p className="written">{interview.notes}</p>
        </>
      ) : (
        <p className="text-muted">{t("interview.none")}</p>
      )}
      {editable && (
        <Disclosure
          summary={t(interview ? "interview.rewrite" : "interview.write")}
          open={form !== undefined}
        >
          <Form state={form} id="interview">
            <ErrorSummary />
            <HiddenField name="intent" value="interview" />
            <HiddenField name="id" value={application.id} />
            <HiddenField name="version" value={application.version} />
            <DateField name="day" label={t("interview.day")} defaultValue={interview?.on} />
            <TextArea
              name="notes"
              label={t("interview.notes")}
              hint={t("interview.notesHint")}
              rows={6}
              maxLength={4000}
              defaultValue={interview?.notes}
            />
            <FormActions>
              <SubmitButton variant="secondary">{t("interview.save")}</SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
