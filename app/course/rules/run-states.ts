/** The way of a run, step by step; a step back is possible only before it has consequences. */
export const runStates = ["planned", "recruiting", "running", "exams", "closed"] as const;
export type RunState = (typeof runStates)[number];

const next: Record<RunState, RunState[]> = {
  planned: ["recruiting"],
  recruiting: ["running", "planned"],
  running: ["exams"],
  exams: ["closed", "running"],
  closed: [],
};

export interface RunFactsForStep {
  trainees: number;
  trainers: number;
  openApplications: number;
}

export type RunStepRefusal = "runStep" | "noTrainees" | "noTrainers" | "applicationsOpen";

/** States a run can go to from here. */
export function nextRunStates(state: RunState): readonly RunState[] {
  return next[state];
}

/** Why a run cannot go from one state to another, or null. */
export function runStepRefusal(from: RunState, to: RunState, facts: RunFactsForStep): RunStepRefusal | null {
  if (!next[from].includes(to)) return "runStep";
  if (to === "running" && from === "recruiting") {
    if (facts.trainees === 0) return "noTrainees";
    if (facts.trainers === 0) return "noTrainers";
  }
  if (to === "planned" && facts.trainees + facts.openApplications > 0) return "applicationsOpen";
  return null;
}

/** Hours are credited while the run studies or is examined. */
export function runCredits(state: RunState): boolean {
  return state === "running" || state === "exams";
}
