import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, TextArea } from "~/ui";
import { reasonLength } from "../codes";

/** Takes an approved entry back, with a reason; asks once more. */
export function ReverseButton({ version, form }: { version: number; form: FormState | undefined }) {
  const { t } = useTranslation("practice");
  return (
    <ConfirmButton
      label={t("reverse.open")}
      title={t("reverse.title")}
      text={<p>{t("reverse.text")}</p>}
      confirmLabel={t("reverse.submit")}
      variant="quiet"
      values={{ intent: "reverse", version }}
      state={form?.values.intent === "reverse" ? form : undefined}
    >
      <TextArea
        name="reason"
        label={t("review.reason")}
        hint={t("reverse.reasonHint")}
        rows={3}
        maxLength={reasonLength}
        lang="cs"
      />
    </ConfirmButton>
  );
}
