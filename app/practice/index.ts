/** Rules and words of practice that are safe in the browser; components are in `index.parts.ts`. */
export type { SupervisionDuty } from "./rules/supervision/supervision-duty";
export type { ExemptDays } from "./rules/supervision/exemption";
export { deadlineAfter } from "./rules/supervision/mentor-clock";
export {
  activityKinds,
  mentorActivityKinds,
  placeKinds,
  practiceStates,
  type ActivityKind,
  type PlaceKind,
  type PracticeState,
} from "./codes";
export type { DutyClock } from "./rules/supervision/duty-clock";
