import { useTranslation } from "react-i18next";
import { StatusTag } from "~/ui";
import type { InvitationStateKind, SupervisionStateKind } from "../../supervision-codes";

/** The state of a session in a word; one that is over and not closed asks for it. */
export function SessionTag({ state, over }: { state: SupervisionStateKind; over: boolean }) {
  const { t } = useTranslation("supervision");
  if (over) return <StatusTag tone="warning">{t("state.over")}</StatusTag>;
  const tone = { planned: "info", held: "success", cancelled: "neutral" } as const;
  return <StatusTag tone={tone[state]}>{t(`state.${state}`)}</StatusTag>;
}

const invitationTone = {
  invited: "warning",
  accepted: "success",
  declined: "neutral",
  present: "success",
  absent: "danger",
  excused: "neutral",
} as const;

/** How an invitation stands in a word; one's own is spoken to. */
export function InvitationTag({ state, own = false }: { state: InvitationStateKind; own?: boolean }) {
  const { t } = useTranslation("supervision");
  return (
    <StatusTag tone={invitationTone[state]}>
      {t(own ? `ownInvitation.${state}` : `invitation.${state}`)}
    </StatusTag>
  );
}
