import type { LedgerSums } from "../ledger";
import { practiceGateOpen, practiceMissing, theoryMissing } from "../ledger";
import type { RunSettings } from "../run-settings";
import type { RunState } from "../run-states";

/** What a trainee does next, most important first; texts are `course:next.<kind>`. */
export type NextStep =
  | { kind: "wait" }
  | { kind: "lesson" }
  | { kind: "inPerson"; hours: number }
  | { kind: "practice"; minutes: number }
  | { kind: "exam" }
  | { kind: "closed" };

export interface TraineeFacts {
  runState: RunState;
  sums: LedgerSums;
  settings: RunSettings;
  /** A lesson that is not done yet exists. */
  lessonOpen: boolean;
}

/** The steps open to a trainee now. */
export function nextSteps({ runState, sums, settings, lessonOpen }: TraineeFacts): NextStep[] {
  if (runState === "closed") return [{ kind: "closed" }];
  if (runState === "planned" || runState === "recruiting") return [{ kind: "wait" }];
  const steps: NextStep[] = [];
  const theory = theoryMissing(sums, settings);
  const practice = practiceMissing(sums, settings);
  if (theory > 0 && lessonOpen) steps.push({ kind: "lesson" });
  if (theory > 0 && !lessonOpen)
    steps.push({ kind: "inPerson", hours: Math.ceil(theory / settings.teachingHour) });
  if (practice > 0 && practiceGateOpen(sums, settings)) steps.push({ kind: "practice", minutes: practice });
  if (theory === 0 && practice === 0) steps.push({ kind: "exam" });
  return steps;
}
