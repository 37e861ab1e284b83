/** Pure rules and small components of certification, safe in the browser. */
export { AdmissionSum } from "./parts/admission-sum";
export { MentorStateTag } from "./parts/mentors/mentor-state-tag";
export { OwnExamSection } from "./parts/exam/own-exam-section";
export { RequirementsTable } from "./parts/requirements-table";
export { StandingSentence } from "./parts/standing-sentence";
export { StandingTag } from "./parts/standing-tag";
export type { ExamAdmission } from "./rules/exam-admission";
export type { Graduation, Requirement, RequirementCode } from "./rules/graduation";
export {
  isAssignable,
  mentorStanding,
  type MentorStanding,
  type MentorState,
} from "./rules/mentors/standing";
export { sentenceOf, standingSentences, type StandingText } from "./rules/standing-sentence";
export { standingKind, type StandingKind, type TraineeStanding } from "./rules/trainee-standing";
