import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Form, FormActions, HiddenField, Section, Stack, SubmitButton, TextArea } from "~/ui";
import { reasonLength } from "../codes";
import type { PresenceRefusal } from "../rules/presence";

interface VerdictFormsProps {
  version: number;
  /** What approving needs a reason for; null when nothing stands in the way. */
  unconfirmed: PresenceRefusal | null;
  form: FormState | undefined;
}

/** What a trainer decides about an entry: approve, or return with a reason. */
export function VerdictForms({ version, unconfirmed, form }: VerdictFormsProps) {
  const { t } = useTranslation("practice");
  const stateOf = (intent: string) => (form?.values.intent === intent ? form : undefined);
  return (
    <Section title={t("review.decide")} lead={t("review.help")}>
      <Stack>
        <Form id="approve" state={stateOf("approve")}>
          <ErrorSummary />
          <HiddenField name="intent" value="approve" />
          <HiddenField name="version" value={version} />
          {unconfirmed && (
            <TextArea
              name="without"
              label={t("review.without")}
              hint={t(`review.withoutHint.${unconfirmed}`)}
              rows={2}
              maxLength={reasonLength}
              lang="cs"
            />
          )}
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
