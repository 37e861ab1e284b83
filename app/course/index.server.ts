export { setUpCourse, setCatalogue } from "./catalogue/catalogue.server";
export { courseJobs } from "./jobs.server";
export { coursePlan, type PlannedModule } from "./operations/course-plan.server";
export {
  birthOf,
  enrolmentById,
  enrolmentOf,
  enrolmentsOfRun,
  graduateEnrolment,
  lockEnrolment,
  type EnrolmentFacts,
} from "./operations/enrolments.server";
export { creditPractice, ledgerSums, reverseCredit } from "./operations/ledger.server";
export { publicPages, renderPage, type PublicPage } from "./operations/public-page.server";
export { runOf, runSettings, runsOfTrainer, type RunFacts } from "./operations/runs.server";
export { holdsOnRun, whereEnrolment, whereRun } from "./operations/scopes.server";
export { waitingFor } from "./operations/waiting.server";
export { parseRunSettings } from "./rules/parse-run-settings";
export { practiceSourceKey } from "./rules/ledger";
