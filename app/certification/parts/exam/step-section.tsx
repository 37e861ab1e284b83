import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  Section,
  Stack,
  SubmitButton,
  useText,
} from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { formOfIntent } from "./form-of-candidate";

/** The next step of the whole day for those who lead it, or what stands in its way. */
export function StepSection({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  const text = useText();
  const step = day.state === "planned" ? "open" : "close";
  const refusal = step === "open" ? day.openRefusal : day.closeRefusal;
  const leads = day.you.organiser || day.you.chair;
  return (
    <Section title={t(`step.${step}.title`)} lead={t(`step.${step}.lead`)}>
      <Stack>
        {refusal && (
          <Notice tone="info">{text({ key: `exam:refusal.${refusal.code}`, values: refusal.values })}</Notice>
        )}
        {leads ? (
          <Form state={formOfIntent(form, step)} id={step}>
            <ErrorSummary />
            <HiddenField name="intent" value={step} />
            <FormActions>
              <SubmitButton variant={refusal ? "secondary" : "primary"}>
                {t(`step.${step}.submit`)}
              </SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <p>{t("step.waitForLead")}</p>
        )}
      </Stack>
    </Section>
  );
}
