export { setUpCourse, setCatalogue } from "./catalogue/catalogue.server";
export { courseJobs } from "./jobs.server";
export { deviceKeyOf } from "./operations/learning/device-key.server";
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
export { moduleTestsOf } from "./operations/testing/module-tests-of.server";
export { readTest, type Sitting, type TestReading } from "./operations/testing/read-test.server";
export { saveAnswers, type SentAnswers } from "./operations/testing/save-answers.server";
export { startTest } from "./operations/testing/start-test.server";
export { submitTest, type Submitted } from "./operations/testing/submit-test.server";
export {
  trainingTest,
  type TestDefinition,
  type TestTaker,
} from "./operations/testing/test-definition.server";
export { trainingResult } from "./operations/testing/training-result.server";
export { writtenQuestion } from "./catalogue/written-question.server";
export { quizFile } from "./catalogue/content-schema";
export { lessonHtml } from "./catalogue/lesson-html.server";
export { finalTest, outsideRuns } from "./operations/training/final-test.server";
export { noteUnit, readUnit, type UnitReading } from "./operations/training/open-unit.server";
export { readTraining, type TrainingOutline } from "./operations/training/read-training.server";
