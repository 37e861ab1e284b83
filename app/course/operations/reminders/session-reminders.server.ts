import { config } from "~/platform/config.server";
import { addDays, dayOf, momentsOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { formatDateTime } from "~/ui/formatting";
import { sessionReminderKey } from "../../rules/reminders/reminder-keys";
import { remindOnce } from "./remind.server";

/**
 * Reminds trainees and trainers of tomorrow's teaching. Whoever sent an excuse is left alone.
 * @returns how many letters were queued
 */
export async function remindOfSessions(now: Date, signal?: AbortSignal): Promise<number> {
  const tomorrow = addDays(dayOf(now), 1);
  const sessions = await db().teachingSession.findMany({
    where: {
      state: "planned",
      startsAt: { gte: momentsOf(tomorrow, 0)[0], lt: momentsOf(addDays(tomorrow, 1), 0)[0] },
      run: { state: { not: "closed" } },
    },
    include: {
      attendance: { where: { state: "excused" }, select: { enrolmentId: true } },
      run: {
        select: {
          enrolments: { where: { state: "active" }, select: { id: true, accountId: true } },
          trainers: { select: { accountId: true } },
        },
      },
    },
    orderBy: { startsAt: "asc" },
  });
  let sent = 0;
  for (const { id, startsAt, trainerId, attendance, run } of sessions) {
    const excused = new Set(attendance.map(({ enrolmentId }) => enrolmentId));
    const trainees = run.enrolments.filter((enrolment) => !excused.has(enrolment.id));
    const people = new Set(trainees.map(({ accountId }) => accountId));
    if (trainerId && run.trainers.some(({ accountId }) => accountId === trainerId)) people.add(trainerId);
    for (const accountId of people) {
      if (signal?.aborted) return sent;
      const reminded = await remindOnce({
        key: sessionReminderKey(id, tomorrow, accountId),
        kind: "tomorrow",
        accountId,
        values: ({ language }) => ({
          when: formatDateTime(startsAt, language),
          link: `${config().publicUrl}/kalendar`,
        }),
        now,
      });
      if (reminded) sent += 1;
    }
  }
  return sent;
}
