import type { Actor } from "~/access/index.server";
import { dayOf, addDays, formatTime, minuteOfDay } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { whereRun } from "../scopes.server";

/** Teaching in person that waits for somebody: attendance to write down, or the next session to go to. */
export async function teachingTasks(actor: Actor, now: Date): Promise<WaitingTask[]> {
  return [
    ...(actor.can("theory:credit") ? await attendanceDue(actor, now) : []),
    ...(actor.can("course:study") ? await nextSession(actor, now) : []),
  ];
}

const shown = 3;

async function attendanceDue(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const sessions = await db().teachingSession.findMany({
    where: {
      state: "planned",
      endsAt: { lte: now },
      run: { AND: [whereRun(actor, "theory:credit"), { state: { in: ["running", "exams"] } }] },
    },
    select: { id: true, runId: true, startsAt: true, run: { select: { name: true } } },
    orderBy: { startsAt: "asc" },
    take: shown,
  });
  return sessions.map(({ id, runId, startsAt, run }) => ({
    id: `teaching-attendance-${id}`,
    text: "teaching:waiting.attendance",
    values: { name: run.name },
    to: `/behy/${runId}/vyuka/${id}`,
    due: dayOf(startsAt),
    urgency: dayOf(startsAt) < dayOf(now) ? "overdue" : "today",
  }));
}

async function nextSession(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const session = await db().teachingSession.findFirst({
    where: {
      state: "planned",
      startsAt: { gt: now },
      run: {
        state: { not: "closed" },
        enrolments: { some: { accountId: actor.accountId, state: "active" } },
      },
      attendance: { none: { enrolment: { accountId: actor.accountId }, state: "excused" } },
    },
    select: { id: true, startsAt: true, place: true },
    orderBy: { startsAt: "asc" },
  });
  const tomorrow = addDays(dayOf(now), 1);
  if (!session) return [];
  const day = dayOf(session.startsAt);
  return [
    {
      id: "teaching-next",
      text: "teaching:waiting.next",
      values: { time: formatTime(minuteOfDay(session.startsAt)), place: session.place },
      to: `/kalendar/${session.id}`,
      due: day,
      urgency: day <= tomorrow ? "today" : "none",
    },
  ];
}
