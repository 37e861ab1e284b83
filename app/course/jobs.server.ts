import type { Job } from "~/platform/jobs/index.server";
import { eraseExpiredConditions } from "./operations/erase-conditions.server";
import { remindOfQuiet } from "./operations/reminders/idle-reminders.server";
import { remindOfSessions } from "./operations/reminders/session-reminders.server";
import { sendDigests } from "./operations/reminders/weekly-digest.server";
import { expireOffers } from "./operations/recruitment/expire-offers.server";

/** Work of the course that nobody has to ask for. */
export const courseJobs: Job[] = [
  { name: "erase-entry-conditions", cron: "30 3 * * *", run: ({ now }) => eraseExpiredConditions(now) },
  { name: "expire-place-offers", cron: "*/5 * * * *", run: ({ now }) => expireOffers(now) },
  // Several times a day, for a portal that was off at the first: each reminder goes out once all the same.
  {
    name: "remind-of-sessions",
    cron: "5 14-20 * * *",
    run: ({ now, signal }) => remindOfSessions(now, signal),
  },
  { name: "remind-of-quiet", cron: "20 9,15 * * *", run: ({ now, signal }) => remindOfQuiet(now, signal) },
  { name: "weekly-digest", cron: "10 8-18 * * 1", run: ({ now, signal }) => sendDigests(now, signal) },
];
