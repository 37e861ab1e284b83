import type { Actor } from "~/access/index.server";
import { dateToDay, dayOf, dayToDate, formatTime } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { sessionStretch } from "../../rules/supervision/session-plan";
import { dutyOfTrainees } from "./duty-people.server";
import { runsToSupervise } from "./supervision-scope.server";

/** What supervision wants from a person today. A mentor's own deadline is told by certification. */
export async function supervisionTasks(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("supervision:record")) tasks.push(toClose(actor, now), withoutSupervision(actor, now));
  if (actor.can("supervision:list")) tasks.push(toAnswer(actor, now));
  if (actor.can("practice:log")) tasks.push(ownDeadline(actor, now));
  return (await Promise.all(tasks)).flat();
}

const shown = 3;

/** Sessions whose time is over and whose attendance nobody wrote down. */
async function toClose(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const sessions = await db().supervisionSession.findMany({
    where: { supervisorId: actor.accountId, state: "planned", day: { lte: dayToDate(dayOf(now)) } },
    orderBy: [{ day: "asc" }, { startMinute: "asc" }],
  });
  return sessions
    .map((session) => ({ ...session, day: dateToDay(session.day) }))
    .filter((session) => (sessionStretch(session)?.endsAt ?? now) <= now)
    .slice(0, shown)
    .map(({ id, day, startMinute }) => ({
      id: `supervision-close-${id}`,
      text: "supervision:waiting.close",
      values: { time: formatTime(startMinute) },
      to: `/supervize/${id}/dochazka`,
      due: day,
      urgency: day < dayOf(now) ? "overdue" : "today",
    }));
}

/** Trainees who practised this month and had no supervision yet, with the nearest deadline. */
async function withoutSupervision(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const people = await dutyOfTrainees({ state: "active", run: runsToSupervise(actor) }, now);
  const deadlines = people.flatMap(({ clock }) => clock.owedBy ?? []).sort();
  const [due] = deadlines;
  if (due === undefined) return [];
  const values = { count: deadlines.length };
  const to = "/supervize/povinnost?kdo=trainee";
  return [{ id: "supervision-month", text: "supervision:waiting.month", values, to, due, urgency: "soon" }];
}

/** Invitations nobody answered yet. */
async function toAnswer(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const { accountId } = actor;
  const invitations = await db().supervisionInvitation.findMany({
    where: {
      state: "invited",
      OR: [{ enrolment: { accountId } }, { mentor: { accountId } }],
      session: { state: "planned", day: { gte: dayToDate(dayOf(now)) } },
    },
    select: { session: { select: { id: true, day: true, startMinute: true, minutes: true } } },
    orderBy: { session: { day: "asc" } },
  });
  return invitations
    .map(({ session }) => ({ ...session, day: dateToDay(session.day) }))
    .filter((session) => (sessionStretch(session)?.startsAt ?? now) > now)
    .slice(0, shown)
    .map(({ id, day, startMinute }) => ({
      id: `supervision-answer-${id}`,
      text: "supervision:waiting.answer",
      values: { time: formatTime(startMinute) },
      to: `/supervize/${id}`,
      due: day,
      urgency: "today",
    }));
}

/** A trainee's own deadline. */
async function ownDeadline(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const people = await dutyOfTrainees({ accountId: actor.accountId, state: "active" }, now);
  return people.flatMap(({ id, clock }): WaitingTask[] => {
    const pressing = clock.state === "soon" || clock.state === "overdue";
    if (!pressing || clock.dueOn === null) return [];
    const overdue = clock.state === "overdue";
    return [
      {
        id: `supervision-due-${id}`,
        text: overdue ? "supervision:waiting.missed" : "supervision:waiting.due",
        to: "/supervize",
        due: clock.dueOn,
        urgency: overdue ? "overdue" : "soon",
      },
    ];
  });
}
