import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { MentorState } from "../../rules/mentors/standing";

const tones: Record<MentorState, Tone> = {
  active: "success",
  lapsing: "warning",
  lapsed: "danger",
  suspended: "danger",
  ended: "neutral",
  unknown: "neutral",
};

/** A mentor's standing in a word. Pages that show it load the texts `mentors`. */
export function MentorStateTag({ state }: { state: MentorState }) {
  const { t } = useTranslation("mentors");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
