import type { Actor } from "~/access/index.server";
import { waitingFor as certification } from "~/certification/index.server";
import { waitingFor as course } from "~/course/index.server";
import { waitingFor as incidents } from "~/incidents/index.server";
import { waitingFor as people } from "~/people/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { waitingFor as practice } from "~/practice/index.server";
import { waitingFor as registry } from "~/registry/index.server";

const order = { overdue: 0, today: 1, soon: 2, none: 3 };

/** Everything that waits for a person today in all domains, the most urgent first. */
export async function waitingToday(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const domains = [registry, practice, course, certification, incidents, people];
  const tasks = (await Promise.all(domains.map((waitingFor) => waitingFor(actor, now)))).flat();
  return tasks.sort(
    (a, b) => order[a.urgency] - order[b.urgency] || (a.due ?? "9999").localeCompare(b.due ?? "9999"),
  );
}
