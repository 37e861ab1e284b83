import { config } from "~/platform/config.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { practiceMissing, theoryMissing } from "../../rules/ledger";
import { idleReminderKey, isIdle } from "../../rules/reminders/reminder-keys";
import { ledgerSums } from "../ledger.server";
import { activityOf } from "../overview/activity.server";
import { runSettings } from "../runs.server";
import { remindOnce } from "./remind.server";

export interface IdleTrainee {
  enrolmentId: string;
  accountId: string;
  runId: string;
  lastActiveOn: string;
}

/**
 * Trainees of running runs who have done nothing for as many weeks as their run allows and still have hours
 * to do. Who never began counts from the day of the place or of the run's beginning, whichever is later.
 */
export async function idleTrainees(now: Date): Promise<IdleTrainee[]> {
  const enrolments = await db().enrolment.findMany({
    where: { state: "active", run: { state: "running" } },
    select: {
      id: true,
      accountId: true,
      enrolledAt: true,
      run: { select: { id: true, startsOn: true, settings: true } },
    },
    orderBy: { id: "asc" },
  });
  const ids = enrolments.map(({ id }) => id);
  const activity = await activityOf(ids, db());
  const sums = await ledgerSums(ids);
  const today = dayOf(now);
  return enrolments.flatMap(({ id, accountId, enrolledAt, run }) => {
    const settings = runSettings(run);
    const begun = [dayOf(enrolledAt), dateToDay(run.startsOn)].sort().at(-1)!;
    const lastActiveOn = [begun, activity.get(id)?.lastActiveOn ?? begun].sort().at(-1)!;
    const own = sums.get(id)!;
    const done = theoryMissing(own, settings) === 0 && practiceMissing(own, settings) === 0;
    if (done || !isIdle(lastActiveOn, today, settings.inactivityWeeks)) return [];
    return [{ enrolmentId: id, accountId, runId: run.id, lastActiveOn }];
  });
}

/** Reminds each of them once for this stretch of quiet. @returns how many letters were queued */
export async function remindOfQuiet(now: Date, signal?: AbortSignal): Promise<number> {
  let sent = 0;
  for (const { enrolmentId, accountId, lastActiveOn } of await idleTrainees(now)) {
    if (signal?.aborted) return sent;
    const reminded = await remindOnce({
      key: idleReminderKey(enrolmentId, lastActiveOn),
      kind: "idle",
      accountId,
      values: () => ({ link: `${config().publicUrl}/kurz` }),
      now,
    });
    if (reminded) sent += 1;
  }
  return sent;
}
