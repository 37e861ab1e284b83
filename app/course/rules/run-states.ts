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
  /** People who study in the run now. */
  trainees: number;
  trainers: number;
  /** People on its waiting list. */
  openApplications: number;
  /** Places offered and not answered yet. */
  openOffers?: number;
  /** Trainees who have begun the final exam and may still finish it. */
  unfinishedExams?: number;
}

export type RunStepRefusal =
  | "runStep"
  | "noTrainees"
  | "noTrainers"
  | "applicationsOpen"
  | "offersOpen"
  | "peopleWait"
  | "examsUnfinished";

/** States a run can go to from here. */
export function nextRunStates(state: RunState): readonly RunState[] {
  return next[state];
}

/** Everything that is still missing for a step; empty when it can be taken. */
export function runStepNeeds(from: RunState, to: RunState, facts: RunFactsForStep): RunStepRefusal[] {
  if (!next[from].includes(to)) return ["runStep"];
  const { trainees, trainers, openApplications, openOffers = 0, unfinishedExams = 0 } = facts;
  const needs: [RunStepRefusal, boolean][] = [];
  if (from === "recruiting" && to === "running") {
    needs.push(["noTrainees", trainees === 0], ["noTrainers", trainers === 0]);
  }
  if (to === "planned") needs.push(["applicationsOpen", trainees + openApplications + openOffers > 0]);
  if (to === "exams" || to === "closed") needs.push(["offersOpen", openOffers > 0]);
  if (to === "closed") {
    needs.push(["peopleWait", openApplications > 0], ["examsUnfinished", unfinishedExams > 0]);
  }
  return needs.filter(([, missing]) => missing).map(([need]) => need);
}

/** Why a run cannot go from one state to another, or null. */
export function runStepRefusal(from: RunState, to: RunState, facts: RunFactsForStep): RunStepRefusal | null {
  return runStepNeeds(from, to, facts)[0] ?? null;
}

/** Hours are credited while the run studies or is examined. */
export function runCredits(state: RunState): boolean {
  return state === "running" || state === "exams";
}
