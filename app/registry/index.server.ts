export { closedCaseCounts, mentorExperience, openCaseCounts } from "./operations/mentor-work.server";
export { caseLabels, casesToLink, type CaseLabel } from "./operations/cases-to-link.server";
export { readReport, type RegistryReport } from "./operations/read-report.server";
export { waitingFor } from "./operations/waiting-for.server";
export { whereCase, type CasePermission } from "./operations/case-scope.server";
