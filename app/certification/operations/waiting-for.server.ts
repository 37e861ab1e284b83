import type { Actor } from "~/access/index.server";
import { whereRun } from "~/course/index.server";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { standingKind } from "../rules/trainee-standing";
import { examWaitingFor } from "./exam/waiting.server";
import { waitingForMentor } from "./mentors/waiting-for-mentor.server";
import { standingOfTrainees } from "./standing.server";

/** What certification wants from a person today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const tasks: Promise<WaitingTask[]>[] = [];
  if (actor.can("certificate:issue")) tasks.push(ofIssuer(actor));
  tasks.push(examWaitingFor(actor, now));
  if (actor.can("mentor:own")) tasks.push(waitingForMentor(actor, now));
  return (await Promise.all(tasks)).flat();
}

/** Trainees who can be certified, by run. */
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
        to: `/behy/${id}/osvedceni`,
        urgency: "today",
      });
    }
    return tasks;
  });
}
