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
  RadioGroup,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import type { ExamCandidateView } from "../../operations/exam/candidate-views.server";
import { examReasonLength, excuseKeptDays } from "../../rules/exam/codes";
import { formOfCandidate } from "./form-of-candidate";

interface ExcuseFormProps {
  candidate: ExamCandidateView;
  form: FormState | undefined;
}

/** The chair writes down an excuse that reached him and decides about it. */
export function ExcuseForm({ candidate, form }: ExcuseFormProps) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const state = formOfCandidate(form, "excuse", candidate.id);
  const last = candidate.deadlines.excuseUntil;
  return (
    <Disclosure summary={t("excuse.title")} open={state !== undefined}>
      <Form state={state} id={`excuse-${candidate.id}`}>
        <ErrorSummary />
        <HiddenField name="intent" value="excuse" />
        <HiddenField name="candidate" value={candidate.id} />
        <DateField
          name="excusedOn"
          label={t("excuse.on")}
          hint={last ? t("excuse.onHint", { day: formatDay(last, language) }) : undefined}
        />
        <TextArea
          name="reason"
          label={t("excuse.reason")}
          hint={t("excuse.reasonHint", { count: excuseKeptDays })}
          rows={2}
          maxLength={examReasonLength}
          lang="cs"
        />
        <RadioGroup
          name="decision"
          label={t("excuse.decision")}
          options={(["accepted", "refused"] as const).map((value) => ({
            value,
            label: t(`excuse.${value}`),
          }))}
        />
        <FormActions>
          <SubmitButton>{t("excuse.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
