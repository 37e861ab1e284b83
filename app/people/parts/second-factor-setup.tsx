import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Form, FormActions, HiddenField, Notice, Section, SubmitButton, TextField } from "~/ui";

export interface ProposalView {
  secretSealed: string;
  secret: string;
  uri: string;
  picture: string;
}

/** Three steps: an app, a picture, a code. */
export function SecondFactorSetup({
  proposal,
  required,
  form,
}: {
  proposal: ProposalView;
  required: boolean;
  form?: FormState;
}) {
  const { t } = useTranslation("people");
  return (
    <>
      {required && <Notice tone="info">{t("secondFactor.required")}</Notice>}
      <Section title={t("secondFactor.step1")}>
        <p>{t("secondFactor.step1Text")}</p>
      </Section>
      <Section title={t("secondFactor.step2")}>
        <img
          src={proposal.picture}
          alt={t("secondFactor.qr")}
          width={240}
          height={240}
          className="rounded-lg border border-line"
        />
        <p className="mt-4">{t("secondFactor.manual")}</p>
        <p className="mt-1">
          <code className="break-words font-mono text-lg">{proposal.secret}</code>
        </p>
        <p className="mt-3">
          <a href={proposal.uri}>{t("secondFactor.openApp")}</a>
        </p>
      </Section>
      <Section title={t("secondFactor.step3")}>
        <Form state={form}>
          <ErrorSummary />
          <HiddenField name="intent" value="setUp" />
          <HiddenField name="secretSealed" value={proposal.secretSealed} />
          <CodeField />
          <FormActions>
            <SubmitButton>{t("secondFactor.turnOn")}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

/** Where a code from the app is typed. */
export function CodeField() {
  const { t } = useTranslation("people");
  return (
    <TextField
      name="code"
      label={t("secondFactor.code")}
      hint={t("secondFactor.codeHint")}
      width="short"
      code
      inputMode="numeric"
      autoComplete="one-time-code"
    />
  );
}
