import { useTranslation } from "react-i18next";
import { formatDay, StatusTag, useLanguage, type Tone } from "~/ui";
import type { EvaluationDue } from "../rules/evaluation-due";
import type { CaseState } from "../codes";

const stateTone: Record<CaseState, Tone> = {
  referred: "warning",
  assigned: "info",
  active: "success",
  closed: "neutral",
  declined: "neutral",
};

export function StateTag({ state }: { state: CaseState }) {
  const { t } = useTranslation("registry");
  return <StatusTag tone={stateTone[state]}>{t(`state.${state}`)}</StatusTag>;
}

/** When the next evaluation is due; a tag only where somebody should act. */
export function DueMark({ due }: { due: EvaluationDue }) {
  const { t } = useTranslation("registry");
  const language = useLanguage();
  if (due.state === "ended") return <>–</>;
  if (due.state === "notStarted") return <>{t("due.notStarted")}</>;
  const text = t(`due.${due.state}`, { day: formatDay(due.dueOn, language) });
  if (due.state === "later") return <>{text}</>;
  return <StatusTag tone={due.state === "overdue" ? "danger" : "warning"}>{text}</StatusTag>;
}
