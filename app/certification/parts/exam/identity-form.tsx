import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Form, FormActions, HiddenField, Select, SubmitButton } from "~/ui";
import type { ExamCandidateView } from "../../operations/exam/candidate-views.server";
import { identityDocuments } from "../../rules/exam/codes";
import { formOfCandidate } from "./form-of-candidate";

interface IdentityFormProps {
  candidate: ExamCandidateView;
  form: FormState | undefined;
}

/** Lets somebody in by a document – its kind only – or says that they did not come. */
export function IdentityForm({ candidate, form }: IdentityFormProps) {
  const { t } = useTranslation("exam");
  const { id, state } = candidate;
  return (
    <>
      {state !== "present" && (
        <Form state={formOfCandidate(form, "present", id)} id={`present-${id}`}>
          <ErrorSummary />
          <HiddenField name="intent" value="present" />
          <HiddenField name="candidate" value={id} />
          <Select
            name="document"
            label={t("identity.document")}
            hint={t("identity.hint")}
            options={identityDocuments.map((value) => ({ value, label: t(`document.${value}`) }))}
          />
          <FormActions>
            <SubmitButton>{t("identity.letIn")}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {state !== "absent" && (
        <Form state={formOfCandidate(form, "absent", id)} id={`absent-${id}`}>
          <ErrorSummary />
          <HiddenField name="intent" value="absent" />
          <HiddenField name="candidate" value={id} />
          <FormActions>
            <SubmitButton variant="quiet">{t("identity.absent")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
