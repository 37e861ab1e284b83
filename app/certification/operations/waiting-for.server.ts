import type { Actor } from "~/access/index.server";
import { whereRun } from "~/course/index.server";
import { supervisionDaysOfMentors } from "~/practice/index.server";
import { daysBetween, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { mentorStanding } from "../rules/mentor-standing";
import { standingKind } from "../rules/trainee-standing";
import { mentorOf } from "./mentors.server";
import { standingOfTrainees } from "./standing.server";

/** Days before the deadline of supervision from which a mentor is told. */
const warnDays = 14;

/** What certification wants from a person today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("certificate:issue")) tasks.push(ofIssuer(actor));
  if (actor.roles.some(({ role }) => role === "mentor")) tasks.push(ofMentor(actor, now));
  return (await Promise.all(tasks)).flat();
}

/** Trainees who can be certified, and those admitted to the exam, by run. */
async function ofIssuer(actor: Actor): Promise<WaitingTask[]> {
  const runs = await db().courseRun.findMany({
    where: { AND: [{ state: { in: ["running", "exams"] } }, whereRun(actor, "certificate:issue")] },
    select: { id: true, name: true },
  });
  if (runs.length === 0) return [];
  const standings = [...(await standingOfTrainees({ runIds: runs.map(({ id }) => id) })).values()].filter(
    ({ accountId }) => accountId !== actor.accountId,
  );
  return runs.flatMap(({ id, name }) => {
    const countOf = (kind: ReturnType<typeof standingKind>) =>
      standings.filter((standing) => standing.runId === id && standingKind(standing) === kind).length;
    const tasks: WaitingTask[] = [];
    const ready = countOf("ready");
    if (ready > 0) {
      const values = { count: ready, run: name };
      tasks.push({
        id: `ready-${id}`,
        text: "certification:waiting.ready",
        values,
        to: `/behy/${id}`,
        urgency: "today",
      });
    }
    const examined = countOf("examined");
    if (examined > 0 && actor.can("exam:record")) {
      const values = { count: examined, run: name };
      const to = `/behy/${id}/zkouska`;
      tasks.push({ id: `exam-${id}`, text: "certification:waiting.exam", values, to, urgency: "soon" });
    }
    return tasks;
  });
}

/** A mentor's own next supervision. */
async function ofMentor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const mentor = await mentorOf(actor.accountId);
  if (!mentor) return [];
  const days = await supervisionDaysOfMentors([mentor.id]);
  const today = dayOf(now);
  const { state, dueOn } = mentorStanding({ ...mentor, supervisionDays: days.get(mentor.id) ?? [] }, today);
  if (dueOn === null || daysBetween(today, dueOn) > warnDays) return [];
  const overdue = state === "lapsing" || state === "lapsed";
  const text = overdue ? "certification:waiting.supervisionOverdue" : "certification:waiting.supervision";
  return [
    { id: "mentor-supervision", text, to: "/supervize", due: dueOn, urgency: overdue ? "overdue" : "soon" },
  ];
}
