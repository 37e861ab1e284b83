import { openStates, type CaseState } from "../codes";

/** What decides the state of a case that has not ended. */
export interface CurrentWork {
  /** First day of the current mentor's work; null when it has not begun. */
  startedOn: string | null;
}

/** The state of a case that has not ended: who, if anybody, is working on it. */
export function openState(current: CurrentWork | null): CaseState {
  if (!current) return "referred";
  return current.startedOn === null ? "assigned" : "active";
}

export function isOpen(state: CaseState): boolean {
  return (openStates as readonly CaseState[]).includes(state);
}

/** Ending a case nobody has worked on declines the referral; it never counts as work done. */
export function endState(workBegan: boolean): "closed" | "declined" {
  return workBegan ? "closed" : "declined";
}

/**
 * May the end of a case be taken back? By whoever recorded it, on the same day (a slip of the hand),
 * and by a coordinator at any time.
 */
export function mayReopen(end: {
  recordedById: string | null;
  recordedDay: string;
  actorId: string;
  today: string;
  isCoordinator: boolean;
}): boolean {
  if (end.isCoordinator) return true;
  return end.recordedById === end.actorId && end.recordedDay === end.today;
}
