import { peopleCleanUp } from "./people/index.server";
import type { Job } from "./platform/jobs/index.server";
import { cleanUpJob, platformJobs } from "./platform/jobs/index.server";

/** Everything that runs without anybody asking; each domain adds its own. */
export const backgroundJobs: Job[] = [...platformJobs, cleanUpJob([...peopleCleanUp])];
