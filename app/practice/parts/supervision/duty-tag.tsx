import { useTranslation } from "react-i18next";
import { StatusTag } from "~/ui";
import type { DutyState } from "../../rules/supervision/duty-clock";

const tones = {
  overdue: "danger",
  soon: "warning",
  fine: "success",
  exempt: "info",
  none: "neutral",
} as const;

/** How somebody's clock stands in a word. */
export function DutyTag({ state }: { state: DutyState }) {
  const { t } = useTranslation("supervision");
  return <StatusTag tone={tones[state]}>{t(`duty.state.${state}`)}</StatusTag>;
}
