import type { Job } from "~/platform/jobs/index.server";
import { warnOfDuty } from "./operations/supervision/duty-warnings.server";
import { eraseOldNotes, eraseOldReasons } from "./operations/supervision/erase-words.server";

/** Work of supervision that nobody has to ask for. */
export const supervisionJobs: Job[] = [
  { name: "erase-supervision-notes", cron: "40 3 * * *", run: ({ now }) => eraseOldNotes(now) },
  { name: "erase-supervision-reasons", cron: "45 3 * * *", run: ({ now }) => eraseOldReasons(now) },
  // Several times a day, for a portal that was off at the first: each warning goes out once all the same.
  { name: "warn-of-supervision", cron: "35 8-18/2 * * *", run: ({ now, signal }) => warnOfDuty(now, signal) },
];
