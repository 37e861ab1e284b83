import { useTranslation } from "react-i18next";
import {
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  type FormState,
  Notice,
  SubmitButton,
} from "~/ui";

interface CertifyFormProps {
  people: { enrolmentId: string; name: string }[];
  state: FormState | undefined;
}

/** The people who can be certified, all of them ticked; one press certifies those left ticked. */
export function CertifyForm({ people, state }: CertifyFormProps) {
  const { t } = useTranslation("certification");
  if (people.length === 0) return <EmptyState title={t("bulk.noneTitle")} text={t("bulk.noneText")} />;
  return (
    <Form method="post" state={state}>
      <ErrorSummary />
      <CheckboxGroup
        name="enrolments"
        label={t("bulk.who")}
        hint={t("bulk.whoHint")}
        defaultValue={people.map(({ enrolmentId }) => enrolmentId)}
        options={people.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))}
      />
      <Notice>{t("bulk.confirm")}</Notice>
      <FormActions>
        <SubmitButton icon="certificate" pendingText={t("bulk.pending")}>
          {t("bulk.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
