/** Rules, words and components of practice that are safe in the browser. */
export { EntriesTable, type EntryLine } from "./parts/entries-table";
export type { ExemptDays } from "./rules/supervision/exemption";
export type { SupervisionDuty } from "./rules/supervision-duty";
export {
  activityKinds,
  placeKinds,
  practiceStates,
  type ActivityKind,
  type PlaceKind,
  type PracticeState,
} from "./codes";
