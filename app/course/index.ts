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
export { programmeDefaults, type RunSettings } from "./rules/run-settings";
export type { RunState } from "./rules/run-states";
