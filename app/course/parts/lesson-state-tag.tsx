import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { LessonState } from "../rules/lesson-rule";

const tones: Record<LessonState, Tone> = {
  new: "neutral",
  reading: "info",
  declared: "info",
  passed: "info",
  done: "success",
};

export function LessonStateTag({ state }: { state: LessonState }) {
  const { t } = useTranslation("course");
  return <StatusTag tone={tones[state]}>{t(`lessonState.${state}`)}</StatusTag>;
}
