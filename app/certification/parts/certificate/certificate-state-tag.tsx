import { useTranslation } from "react-i18next";
import { formatDay, StatusTag, useLanguage } from "~/ui";
import type { CertificateState } from "../../rules/certificate/certificate-state";

const tones = { valid: "success", revoked: "danger", replaced: "warning" } as const;

/** Whether a certificate is in force; with a day it also says since when it is not. */
export function CertificateStateTag({ state, since }: { state: CertificateState; since?: string | null }) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const day = since ? ` ${formatDay(since, language)}` : "";
  return (
    <StatusTag tone={tones[state]}>
      {t(`register.stateWord.${state}`)}
      {day}
    </StatusTag>
  );
}
