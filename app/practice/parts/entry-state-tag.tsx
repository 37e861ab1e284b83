import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { PracticeState } from "../codes";

const tones: Record<PracticeState, Tone> = {
  submitted: "info",
  returned: "warning",
  approved: "success",
  withdrawn: "neutral",
  reversed: "neutral",
};

/** The state of an entry in a word. */
export function EntryStateTag({ state }: { state: PracticeState }) {
  const { t } = useTranslation("practice");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
