import { daysBetween } from "~/platform/days";

/** Share of a run's time that has passed on a day, 0–1; both its first and its last day belong to it. */
export function runShare(run: { startsOn: string; endsOn: string }, today: string): number {
  const days = daysBetween(run.startsOn, run.endsOn) + 1;
  const passed = daysBetween(run.startsOn, today) + 1;
  if (days <= 0) return 1;
  return Math.min(1, Math.max(0, passed / days));
}
