import { useTranslation } from "react-i18next";
import { ConfirmButton, type FormState, TextArea } from "~/ui";
import { reasonLength } from "../../codes";

interface RevokeButtonProps {
  number: string;
  version: number;
  state: FormState | undefined;
}

/** Ends a certificate for good, after the reason is given and once more confirmed. */
export function RevokeButton({ number, version, state }: RevokeButtonProps) {
  const { t } = useTranslation("certification");
  return (
    <ConfirmButton
      label={t("certificate.revoke")}
      title={t("certificate.revokeTitle", { number })}
      text={<p>{t("certificate.revokeText")}</p>}
      values={{ intent: "revoke", version }}
      state={state}
    >
      <TextArea
        name="reason"
        label={t("certificate.reason")}
        hint={t("certificate.reasonHint")}
        rows={3}
        maxLength={reasonLength}
        lang="cs"
      />
    </ConfirmButton>
  );
}
