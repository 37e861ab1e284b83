/** Pure rules and words of practice that are safe in the browser. */
export type { SupervisionDuty } from "./rules/supervision-duty";
export {
  activityKinds,
  placeKinds,
  practiceStates,
  type ActivityKind,
  type PlaceKind,
  type PracticeState,
} from "./schema";
