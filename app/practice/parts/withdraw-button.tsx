import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton } from "~/ui";

/** Takes an entry back after asking once more. */
export function WithdrawButton({ version, form }: { version: number; form: FormState | undefined }) {
  const { t } = useTranslation("practice");
  return (
    <ConfirmButton
      label={t("entry.withdraw")}
      title={t("entry.withdrawTitle")}
      text={<p>{t("entry.withdrawText")}</p>}
      variant="quiet"
      values={{ intent: "withdraw", version }}
      state={form?.values.intent === "withdraw" ? form : undefined}
    />
  );
}
