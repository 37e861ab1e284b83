import { certificationJobs } from "./certification/index.server";
import { courseJobs } from "./course/index.server";
import { peopleCleanUp } from "./people/index.server";
import { practiceJobs } from "./practice/index.server";
import { cleanUpJob, platformJobs, type Job } from "./platform/jobs/index.server";

/** Everything that runs without anybody asking; each domain adds its own. */
export const backgroundJobs: Job[] = [
  ...platformJobs,
  ...courseJobs,
  ...certificationJobs,
  ...practiceJobs,
  cleanUpJob(peopleCleanUp),
];
