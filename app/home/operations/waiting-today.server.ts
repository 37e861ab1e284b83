import type { Actor } from "~/access/index.server";
import { waitingFor as certification } from "~/certification/index.server";
import { waitingFor as course } from "~/course/index.server";
import { serverI18n } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { waitingFor as incidents } from "~/incidents/index.server";
import { waitingFor as people } from "~/people/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { waitingFor as practice } from "~/practice/index.server";
import { waitingFor as registry } from "~/registry/index.server";

const order = { overdue: 0, today: 1, soon: 2, none: 3 };

/** A waiting task in words. */
export interface TaskInWords extends Omit<WaitingTask, "text" | "values"> {
  title: string;
}

/**
 * Everything that waits for a person today in all domains, the most urgent first. Put into words here:
 * otherwise every home page would have to load the texts of every domain.
 */
export async function waitingToday(actor: Actor, language: Language, now: Date): Promise<TaskInWords[]> {
  const domains = [registry, practice, course, certification, incidents, people];
  const tasks = (await Promise.all(domains.map((waitingFor) => waitingFor(actor, now)))).flat();
  const translate = (await serverI18n(language)).getFixedT(language) as (
    key: string,
    values?: WaitingTask["values"],
  ) => string;
  return tasks
    .map(({ text, values, ...task }) => ({ ...task, title: translate(text, values) }))
    .sort((a, b) => order[a.urgency] - order[b.urgency] || (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
