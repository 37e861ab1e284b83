/** Rules and words of practice that are safe in the browser; components are in `index.parts.ts`. */
export type { SupervisionDuty } from "./rules/supervision/supervision-duty";
export {
  activityKinds,
  mentorActivityKinds,
  placeKinds,
  practiceStates,
  type ActivityKind,
  type PlaceKind,
  type PracticeState,
} from "./codes";
