import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Form, FormActions, HiddenField, Section, Stack, SubmitButton, TextArea } from "~/ui";
import { reasonLength } from "../codes";

/** What a trainer decides about an entry: approve, or return with a reason. */
export function VerdictForms({ version, form }: { version: number; form: FormState | undefined }) {
  const { t } = useTranslation("practice");
  const stateOf = (intent: string) => (form?.values.intent === intent ? form : undefined);
  return (
    <Section title={t("review.decide")} lead={t("review.help")}>
      <Stack>
        <Form id="approve" state={stateOf("approve")}>
          <ErrorSummary />
          <HiddenField name="intent" value="approve" />
          <HiddenField name="version" value={version} />
          <FormActions>
            <SubmitButton icon="check">{t("review.approveOne")}</SubmitButton>
          </FormActions>
        </Form>
        <Form id="return" state={stateOf("return")}>
          <ErrorSummary />
          <HiddenField name="intent" value="return" />
          <HiddenField name="version" value={version} />
          <TextArea
            name="reason"
            label={t("review.reason")}
            hint={t("review.returnText")}
            rows={3}
            maxLength={reasonLength}
            lang="cs"
          />
          <FormActions>
            <SubmitButton variant="secondary" icon="refresh">
              {t("review.return")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
