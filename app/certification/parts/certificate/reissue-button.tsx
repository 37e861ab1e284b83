import { useTranslation } from "react-i18next";
import { ConfirmButton, type FormState, RadioGroup } from "~/ui";
import { reissueReasons } from "../../codes";
import { isReissueReason } from "../../rules/certificate/reissue";

interface ReissueButtonProps {
  number: string;
  version: number;
  /** The certificate is revoked already: then only the revocation can have been the mistake. */
  revoked: boolean;
  /** Id of the new certificate, so that pressing twice issues one. */
  formId: string;
  state: FormState | undefined;
}

/** Issues a certificate instead of this one, after the reason is chosen and once more confirmed. */
export function ReissueButton({ number, version, revoked, formId, state }: ReissueButtonProps) {
  const { t } = useTranslation("certification");
  const reasons = reissueReasons.filter((reason) => isReissueReason(reason, { revoked }));
  return (
    <ConfirmButton
      label={t("reissue.button")}
      title={t("reissue.title", { number })}
      text={<p>{t(revoked ? "reissue.textRevoked" : "reissue.text")}</p>}
      confirmVariant="primary"
      values={{ intent: "reissue", id: formId, version }}
      state={state}
    >
      <RadioGroup
        name="why"
        label={t("reissue.why")}
        defaultValue={reasons.length === 1 ? reasons[0] : null}
        options={reasons.map((value) => ({
          value,
          label: t(`reissue.reason.${value}`),
          hint: t(`reissue.hint.${value}`),
        }))}
      />
    </ConfirmButton>
  );
}
