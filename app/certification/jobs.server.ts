import type { Job } from "~/platform/jobs/index.server";
import { eraseExcuses } from "./operations/exam/excuse.server";

/** Work of certification that nobody has to ask for. */
export const certificationJobs: Job[] = [
  { name: "erase-exam-excuses", cron: "45 3 * * *", run: ({ now }) => eraseExcuses(now) },
];
