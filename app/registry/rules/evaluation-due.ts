import { addDays, addMonths, daysBetween } from "~/platform/days";

/** The referring body evaluates every 2 months (the programme's own rule). */
export const evaluationEveryMonths = 2;
/** From how many days before the due day the evaluation is announced. */
export const announceDays = 14;

export type EvaluationDue =
  | { state: "notStarted" }
  | { state: "ended" }
  | { state: "later" | "soon" | "overdue"; dueOn: string; daysLeft: number };

/** What the due day is counted from. */
export interface EvaluationHistory {
  /** First day of any mentor's work on the case. */
  startedOn: string | null;
  /** Day of the last signed evaluation. */
  lastEvaluatedOn: string | null;
  ended: boolean;
}

/**
 * When the next evaluation is due: two months after the last one, or after work began. On the due day
 * itself it is not overdue yet.
 */
export function evaluationDue(history: EvaluationHistory, today: string): EvaluationDue {
  if (history.ended) return { state: "ended" };
  if (history.startedOn === null) return { state: "notStarted" };
  const dueOn = addMonths(history.lastEvaluatedOn ?? history.startedOn, evaluationEveryMonths);
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft < 0) return { state: "overdue", dueOn, daysLeft };
  return { state: today >= addDays(dueOn, -announceDays) ? "soon" : "later", dueOn, daysLeft };
}
