import type { Job } from "~/platform/jobs/index.server";
import { supervisionJobs } from "./supervision-jobs.server";
import { eraseOldDrafts } from "./operations/drafts/erase-drafts.server";

/** Work of practice that nobody has to ask for. */
export const draftJobs: Job[] = [
  { name: "erase-practice-drafts", cron: "35 3 * * *", run: ({ now }) => eraseOldDrafts(now) },
];

/** All work of this domain. */
export const practiceJobs: Job[] = [...draftJobs, ...supervisionJobs];
