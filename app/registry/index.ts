/** What other domains may know of the registry in the browser too. */
export { evaluationDue, type EvaluationDue } from "./rules/evaluation-due";
export {
  experienceRuleOf,
  missingExperience,
  type ExperienceRule,
  type MentorExperience,
  type MissingExperience,
} from "./rules/experience";
export {
  activityResults,
  caseStates,
  clientTypes,
  mentorActivities,
  outcomes,
  places,
  sanctions,
  type CaseState,
  type ClientType,
} from "./codes";
