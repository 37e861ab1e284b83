import { useTranslation } from "react-i18next";
import { ErrorSummary, Form, FormActions, SubmitButton, TextField } from "~/ui";

/** Where a code is typed; what was typed and cannot be one comes back. */
export function CodeForm({ typed }: { typed: string | null }) {
  const { t } = useTranslation("certification");
  const error = typed === "" ? "errors:required" : "certification:verify.badCode";
  return (
    <Form
      method="get"
      action="/overeni"
      state={typed === null ? undefined : { values: { kod: typed }, errors: { kod: [error] } }}
    >
      <ErrorSummary />
      <TextField
        name="kod"
        label={t("verify.code")}
        hint={t("verify.codeHint")}
        width="medium"
        code
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <FormActions>
        <SubmitButton icon="search">{t("verify.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
