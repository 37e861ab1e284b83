export type { Job, JobContext } from "./job";
export type { CleanUpTask } from "./platform-jobs.server";
export { cleanUpJob, platformJobs } from "./platform-jobs.server";
export { jobSoon, requestJob, startJobs, stopJobs } from "./running-jobs.server";
