import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Card,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PasswordField,
  SubmitButton,
  TextField,
} from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { formOfIntent } from "./form-of-candidate";

/** A member signs the frozen content; the password is given again, and the code where the account has one. */
export function SignatureForm({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  if (!day.protocol) return null;
  return (
    <Card level={3} icon="certificate" title={t("sign.title")} tone="river">
      <Form state={formOfIntent(form, "sign")} id="sign">
        <ErrorSummary />
        <p>{t("sign.text")}</p>
        <HiddenField name="intent" value="sign" />
        <HiddenField name="hash" value={day.protocol.sha256} />
        <PasswordField name="password" label={t("sign.password")} autoComplete="current-password" />
        {day.you.secondFactor && (
          <TextField name="code" label={t("sign.code")} autoComplete="one-time-code" inputMode="numeric" />
        )}
        <FormActions>
          <SubmitButton>{t("sign.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
