import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import type { ApplicationState } from "../rules/application-states";
import type { RunState } from "../rules/run-states";

const runTones: Record<RunState, Tone> = {
  planned: "neutral",
  recruiting: "warning",
  running: "info",
  exams: "info",
  closed: "success",
};

export function RunStateTag({ state }: { state: RunState }) {
  const { t } = useTranslation("course");
  return (
    <StatusTag tone={runTones[state]} icon={state === "recruiting" ? "people" : undefined}>
      {t(`runState.${state}`)}
    </StatusTag>
  );
}

const applicationTones: Record<ApplicationState, Tone> = {
  submitted: "warning",
  waiting: "info",
  admitted: "success",
  rejected: "neutral",
  withdrawn: "neutral",
};

export function ApplicationStateTag({ state }: { state: ApplicationState }) {
  const { t } = useTranslation("course");
  return (
    <StatusTag tone={applicationTones[state]} icon={state === "submitted" ? "clock" : undefined}>
      {t(`applicationState.${state}`)}
    </StatusTag>
  );
}
