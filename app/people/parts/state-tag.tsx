import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { AccountState } from "../rules/account-state";

const tones: Record<AccountState, Tone> = {
  active: "success",
  invited: "info",
  invitationExpired: "warning",
  unconfirmed: "info",
  disabled: "danger",
  withoutRole: "neutral",
};

export function AccountStateTag({ state }: { state: AccountState }) {
  const { t } = useTranslation("people");
  return <StatusTag tone={tones[state]}>{t(`accountState.${state}`)}</StatusTag>;
}
