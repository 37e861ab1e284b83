import { useTranslation } from "react-i18next";
import { StatusTag, type IconName, type Tone } from "~/ui";
import type { PresenceState } from "../../rules/presence";

const looks: Record<PresenceState, { tone: Tone; icon: IconName }> = {
  none: { tone: "info", icon: "clock" },
  confirmed: { tone: "success", icon: "check" },
  denied: { tone: "danger", icon: "cross" },
  outdated: { tone: "warning", icon: "refresh" },
};

/** What the guide says of an entry, in a word. */
export function PresenceTag({ state }: { state: PresenceState }) {
  const { t } = useTranslation("practice");
  return <StatusTag {...looks[state]}>{t(`presence.state.${state}`)}</StatusTag>;
}
