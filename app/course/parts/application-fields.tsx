import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { regionCodes } from "~/platform/region-codes";
import {
  Checkbox,
  DateField,
  DescriptionList,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from "~/ui";

/** The form of an application; the name is the account's. */
export function ApplicationFields({
  id,
  name,
  form,
}: {
  id: string;
  name: string;
  form: FormState | undefined;
}) {
  const { t } = useTranslation("course");
  const { t: common } = useTranslation("common");
  return (
    <Form state={form}>
      <ErrorSummary />
      <HiddenField name="id" value={String(form?.values.id ?? id)} />
      <DescriptionList items={[{ label: t("apply.name"), value: name }]} />
      <Fieldset legend={t("apply.about")}>
        <DateField name="birthDate" label={t("apply.birthDate")} autoComplete="bday" />
        <TextField
          name="birthPlace"
          label={t("apply.birthPlace")}
          hint={t("apply.birthPlaceHint")}
          optional
          width="medium"
          maxLength={120}
        />
        <TextField
          name="town"
          label={t("apply.town")}
          width="medium"
          autoComplete="address-level2"
          maxLength={80}
        />
        <Select
          name="region"
          label={t("apply.region")}
          width="medium"
          empty
          options={regionCodes.map((value) => ({ value, label: common(`region.${value}`) }))}
        />
        <TextField
          name="phone"
          type="tel"
          label={t("apply.phone")}
          hint={t("apply.phoneHint")}
          width="medium"
          autoComplete="tel"
          inputMode="tel"
        />
        <TextArea
          name="motivation"
          label={t("apply.motivation")}
          hint={t("apply.motivationHint")}
          rows={6}
          maxLength={2000}
        />
      </Fieldset>
      <Checkbox name="consent" label={t("apply.consent")} hint={t("apply.consentHint")} />
      <FormActions>
        <SubmitButton>{t("apply.send")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
