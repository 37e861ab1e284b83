/** Types and pure rules of the course that others use, safe in the browser. */
export {
  practiceGateOpen,
  practiceHours,
  practiceMissing,
  sumLedger,
  teachingHours,
  theoryMissing,
  type HourUnit,
  type LedgerSums,
} from "./rules/ledger";
export { AnswerKeeper, type KeeperView } from "./parts/learning/answer-keeper";
export { programmeDefaults, type RunSettings } from "./rules/run-settings";
export type { RunState } from "./rules/run-states";
export { calendarFile, type CalendarEvent } from "./rules/teaching/calendar-file";
