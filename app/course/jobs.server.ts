import type { Job } from "~/platform/jobs/index.server";
import { eraseExpiredConditions } from "./operations/erase-conditions.server";

/** Work of the course that nobody has to ask for. */
export const courseJobs: Job[] = [
  { name: "erase-entry-conditions", cron: "30 3 * * *", run: ({ now }) => eraseExpiredConditions(now) },
];
