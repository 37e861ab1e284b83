import type { Job } from "./platform/jobs/index.server";
import { platformJobs } from "./platform/jobs/index.server";

/** Everything that runs without anybody asking; each domain adds its own. */
export const backgroundJobs: Job[] = [...platformJobs];
