/** Pure rules and small components of certification, safe in the browser. */
export { AdmissionSum } from "./parts/admission-sum";
export { RequirementsTable } from "./parts/requirements-table";
export { StandingSentence } from "./parts/standing-sentence";
export { StandingTag } from "./parts/standing-tag";
export type { ExamAdmission } from "./rules/exam-admission";
export type { Graduation, Requirement, RequirementCode } from "./rules/graduation";
export {
  isAssignable,
  mentorDuty,
  mentorStanding,
  type MentorStanding,
  type MentorState,
} from "./rules/mentor-standing";
export { sentenceOf, standingSentences, type StandingText } from "./rules/standing-sentence";
export { standingKind, type StandingKind, type TraineeStanding } from "./rules/trainee-standing";
