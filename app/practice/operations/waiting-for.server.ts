import type { Actor } from "~/access/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { practiceTasks } from "./practice-tasks.server";
import { supervisionTasks } from "./supervision/supervision-tasks.server";

/** What practice and supervision want from a person today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  return (await Promise.all([practiceTasks(actor, now), supervisionTasks(actor, now)])).flat();
}
