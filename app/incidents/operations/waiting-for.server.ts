import type { Actor } from "~/access/index.server";
import { hasMonitoringTraining } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { addDays, dayOf } from "~/platform/days";
import type { WaitingTask } from "~/platform/waiting-task";
import { trainingLink } from "../rules/monitoring-training";
import { whereIncident } from "./incident-scope.server";

/** Days in which a report is to be looked at, and one whose victim wants help. */
const verifyWithinDays = 14;
const helpWithinDays = 2;

/** What incidents want from a person today: from reporters the training, from analysts what nobody has judged. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  return [...(await training(actor)), ...(await unjudged(actor, now))];
}

async function training(actor: Actor): Promise<WaitingTask[]> {
  if (!actor.can("incident:report") || (await hasMonitoringTraining(actor.accountId))) return [];
  return [
    { id: "incidents-training", text: "incidents:waiting.training", to: trainingLink, urgency: "none" },
  ];
}

async function unjudged(actor: Actor, now: Date): Promise<WaitingTask[]> {
  if (!actor.can("incident:verify")) return [];
  const unverified = {
    AND: [whereIncident(actor, "incident:verify"), { verification: "UNVERIFIED" as const }],
  };
  const [help, rest] = await Promise.all([
    oldestOf({ AND: [unverified, { helpNeeded: true }] }),
    oldestOf({ AND: [unverified, { helpNeeded: false }] }),
  ]);
  return [
    ...taskOf("incidents-help", "incidents:waiting.help", help, helpWithinDays, now),
    ...taskOf("incidents-unverified", "incidents:waiting.unverified", rest, verifyWithinDays, now),
  ];
}

interface Oldest {
  count: number;
  reportedAt: Date | null;
}

async function oldestOf(where: ReturnType<typeof whereIncident>): Promise<Oldest> {
  const { _count: count, _min } = await db().incident.aggregate({
    where,
    _count: true,
    _min: { reportedAt: true },
  });
  return { count, reportedAt: _min.reportedAt };
}

function taskOf(id: string, text: string, oldest: Oldest, withinDays: number, now: Date): WaitingTask[] {
  if (!oldest.reportedAt) return [];
  const due = addDays(dayOf(oldest.reportedAt), withinDays);
  const today = dayOf(now);
  const urgency = due < today ? "overdue" : due === today || id === "incidents-help" ? "today" : "soon";
  return [{ id, text, values: { count: oldest.count }, to: "/incidenty?overeni=UNVERIFIED", due, urgency }];
}
