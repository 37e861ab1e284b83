import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Disclosure,
  ErrorSummary,
  Form,
  formatDateTime,
  FormActions,
  HiddenField,
  Notice,
  PasswordField,
  SubmitButton,
  useLanguage,
} from "~/ui";
import { formOf } from "./form-of";
import { CodeField } from "./second-factor-setup";

/** A second factor that is on: new recovery codes, or turning it off. */
export function SecondFactorSettings({
  confirmedAt,
  recoveryCodesLeft,
  form,
}: {
  confirmedAt: Date;
  recoveryCodesLeft: number;
  form?: FormState;
}) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const renewal = formOf(form, "newCodes");
  const removal = formOf(form, "remove");
  return (
    <div className="stack">
      <Notice tone={recoveryCodesLeft < 3 ? "warning" : "success"}>
        <p>{t("secondFactor.on", { when: formatDateTime(confirmedAt, language) })}</p>
        <p>{t("secondFactor.codesLeft", { count: recoveryCodesLeft })}</p>
      </Notice>
      <Disclosure summary={t("secondFactor.newCodes")} open={Boolean(renewal)}>
        <Form state={renewal}>
          <ErrorSummary />
          <p>{t("secondFactor.newCodesText")}</p>
          <HiddenField name="intent" value="newCodes" />
          <CodeField />
          <FormActions>
            <SubmitButton>{t("secondFactor.newCodes")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
      <Disclosure summary={t("secondFactor.remove")} open={Boolean(removal)}>
        <Form state={removal}>
          <ErrorSummary labels={{ password: t("password.label"), code: t("secondFactor.code") }} />
          <p>{t("secondFactor.removeText")}</p>
          <HiddenField name="intent" value="remove" />
          <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
          <CodeField />
          <FormActions>
            <SubmitButton variant="danger">{t("secondFactor.removeSubmit")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}
