import { useTranslation } from "react-i18next";
import { RadioGroup } from "~/ui";
import { supervisionForms } from "../../codes";

/** Individual or group. */
export function FormField() {
  const { t } = useTranslation("supervision");
  return (
    <RadioGroup
      name="form"
      label={t("field.form")}
      hint={t("field.formHint")}
      defaultValue="group"
      inline
      options={supervisionForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
    />
  );
}
