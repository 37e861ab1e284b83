import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Card, Checkbox, ErrorSummary, Form, FormActions, HiddenField, SubmitButton } from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { declarationVersion } from "../../rules/exam/codes";
import { formOfIntent } from "./form-of-candidate";

/** A member declares to be no relative and no guide of anybody on the list, whose names stand here. */
export function DeclarationForm({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  return (
    <Card level={3} icon="shield" title={t("declaration.title")} tone="river">
      <Form state={formOfIntent(form, "declare")}>
        <ErrorSummary />
        <p>{t("declaration.text")}</p>
        <ul className="plain-points">
          {day.candidates.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <p className="field-hint">{t("declaration.version", { version: declarationVersion })}</p>
        <HiddenField name="intent" value="declare" />
        <HiddenField name="names" value={day.names} />
        <Checkbox name="agree" label={t("declaration.agree")} />
        <p>{t("declaration.cannot")}</p>
        <FormActions>
          <SubmitButton>{t("declaration.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
