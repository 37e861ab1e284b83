import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { ExamDayState } from "../../rules/exam/codes";

const tones: Record<ExamDayState, Tone> = {
  planned: "info",
  open: "warning",
  closed: "warning",
  locked: "success",
  cancelled: "neutral",
};

/** The state of an exam day in a word or two. */
export function ExamDayTag({ state }: { state: ExamDayState }) {
  const { t } = useTranslation("exam");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
