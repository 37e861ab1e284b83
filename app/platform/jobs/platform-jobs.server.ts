import { chainEvents, chainJobName, verifyChain } from "../audit/index.server";
import { deliverMail, eraseFailedMail, mailJobName } from "../mail/index.server";
import type { Job, JobContext } from "./job";
import { resealWhenKeysChange } from "./reseal-job.server";

/** Something that goes stale in a table: expired sessions, used links, old counters. */
export interface CleanUpTask {
  /** Named in the log when it fails. */
  name: string;
  /** Removes what has expired; returns how many rows. */
  run(context: { now: Date }): Promise<number>;
}

/** The jobs of the platform but the clean-up, which needs to hear from the domains. */
export const platformJobs: Job[] = [
  { name: chainJobName, cron: "* * * * *", run: ({ now }) => chainEvents({ now }) },
  { name: mailJobName, cron: "* * * * *", run: deliverMail },
  { name: "re-seal", cron: "* * * * *", run: resealWhenKeysChange },
  { name: "verify-audit", cron: "40 3 * * *", run: reportChain },
];

/** The job that removes, every hour, what the given tasks know to have expired. */
export function cleanUpJob(tasks: CleanUpTask[]): Job {
  const all = [...tasks, { name: "failed mail", run: eraseFailedMail }];
  return { name: "clean-up", cron: "17 * * * *", run: (context) => runCleanUp(all, context) };
}

/** Each task on its own: one that fails does not keep the others from running. */
async function runCleanUp(tasks: CleanUpTask[], { now, log, signal }: JobContext): Promise<void> {
  for (const task of tasks) {
    if (signal.aborted) return;
    try {
      const removed = await task.run({ now });
      if (removed > 0) log.info({ task: task.name, removed }, "cleaned up");
    } catch (error) {
      log.error({ err: error, task: task.name }, "clean-up failed");
    }
  }
}

async function reportChain({ log }: JobContext): Promise<void> {
  const { links, lastHash, waiting, faults, findings } = await verifyChain();
  if (faults === 0) log.info({ links, lastHash, waiting }, "audit chain is whole");
  else
    log.error({ links, faults, findings: findings.slice(0, 20) }, "audit chain is broken; run audit:verify");
}
