import { useTranslation } from "react-i18next";
import { PasswordField } from "~/ui";

/** A password to be chosen, with plain advice; written once, because it can be shown. */
export function NewPasswordField({ label }: { label?: string }) {
  const { t } = useTranslation("people");
  return (
    <PasswordField
      name="password"
      label={label ?? t("password.newLabel")}
      hint={t("password.advice")}
      autoComplete="new-password"
    />
  );
}
