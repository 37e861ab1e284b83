import type { Actor } from "~/access/index.server";
import { whereRun } from "~/course/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { standingKind } from "../../rules/trainee-standing";
import { examPeople } from "./exam-people.server";
import { waitingMember } from "./waiting-member.server";
import { waitingTrainee } from "./waiting-trainee.server";

/** What exam days want from a person today. */
export async function examWaitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("exam:record")) tasks.push(ofOrganiser(actor, now));
  if (actor.can("exam:judge")) tasks.push(waitingMember(actor, now));
  if (actor.can("course:study")) tasks.push(waitingTrainee(actor, now));
  return (await Promise.all(tasks)).flat();
}

async function ofOrganiser(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const today = dayOf(now);
  const runs = await db().courseRun.findMany({
    where: { AND: [{ state: { in: ["running", "exams"] } }, whereRun(actor, "exam:record")] },
    select: {
      id: true,
      name: true,
      examDays: {
        where: { state: { in: ["planned", "open"] } },
        select: { id: true, state: true, heldOn: true },
      },
    },
  });
  if (runs.length === 0) return [];
  const people = [...(await examPeople({ runIds: runs.map(({ id }) => id) })).values()];
  return runs.flatMap(({ id, name, examDays }) => {
    const count = people.filter(
      ({ standing, waitingDays, results, missed, accountId }) =>
        standing.runId === id &&
        accountId !== actor.accountId &&
        standingKind(standing) === "examined" &&
        waitingDays.length === 0 &&
        results.length === 0 &&
        !missed,
    ).length;
    const toPlan: WaitingTask = {
      id: `exam-${id}`,
      text: "exam:waiting.plan",
      values: { count, run: name },
      to: `/behy/${id}/zkouska`,
      urgency: "soon",
    };
    const days = examDays.flatMap((day): WaitingTask[] => {
      const heldOn = dateToDay(day.heldOn);
      if (day.state === "planned" && heldOn > today) return [];
      const text = day.state === "open" ? "close" : heldOn === today ? "open" : "passed";
      const urgency = text === "passed" ? "overdue" : "today";
      const to = `/zkousky/${day.id}`;
      return [
        {
          id: `exam-day-${day.id}`,
          text: `exam:waiting.${text}`,
          values: { run: name },
          to,
          due: heldOn,
          urgency,
        },
      ];
    });
    return [...(count > 0 ? [toPlan] : []), ...days];
  });
}
