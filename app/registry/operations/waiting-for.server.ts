import type { Actor } from "~/access/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { filterAddress } from "../rules/list-filter";
import { whereCase } from "./case-scope.server";
import { casesWithDue } from "./list-cases.server";
import { mentorsToReplace } from "./mentors-to-replace.server";

/** Above this many a list says how many there are instead of naming each. */
const namedAtMost = 3;

/** What waits in the registry for somebody today. */
export async function waitingFor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const today = dayOf(now);
  const tasks: WaitingTask[] = [];
  if (actor.can("case:assign")) {
    tasks.push(...(await forCoordinator(actor)), ...(await mentorsToReplace(actor, today)));
  }
  if (actor.can("evaluation:sign")) tasks.push(...(await forEvaluator(actor, today)));
  if (actor.can("activity:log")) tasks.push(...(await forMentor(actor, today)));
  return tasks;
}

async function forCoordinator(actor: Actor): Promise<WaitingTask[]> {
  const assignable = whereCase(actor, "case:assign");
  const waiting = await db().case.count({ where: { AND: [assignable, { state: "referred" }] } });
  const left = await db().case.findMany({
    where: {
      AND: [
        assignable,
        { assignments: { some: { openCaseId: { not: null }, mentor: { endedOn: { not: null } } } } },
      ],
    },
    select: { id: true, client: { select: { code: true } } },
    take: namedAtMost,
  });
  return [
    ...(waiting > 0
      ? [
          {
            id: "registry-unassigned",
            text: "registry:waiting.unassigned",
            values: { count: waiting },
            to: filterAddress({ state: "referred" }),
            urgency: "today" as const,
          },
        ]
      : []),
    ...left.map(({ id, client }) => ({
      id: `registry-left-${id}`,
      text: "registry:waiting.mentorEnded",
      values: { code: client.code },
      to: `/pripady/${id}/prirazeni`,
      urgency: "today" as const,
    })),
  ];
}

async function forEvaluator(actor: Actor, today: string): Promise<WaitingTask[]> {
  const rows = await casesWithDue(whereCase(actor, "evaluation:sign"), today);
  return (["overdue", "soon"] as const).flatMap((state): WaitingTask[] => {
    const due = rows.flatMap((row) => (row.due.state === state ? { ...row, dueOn: row.due.dueOn } : []));
    const urgency = state === "overdue" ? "overdue" : "soon";
    if (due.length > namedAtMost) {
      const values = { count: due.length };
      const to = filterAddress({ due: state });
      return [
        { id: `registry-due-${state}`, text: `registry:waiting.evaluations.${state}`, values, to, urgency },
      ];
    }
    return due.map(({ id, code, dueOn }) => ({
      id: `registry-due-${id}`,
      text: "registry:waiting.evaluation",
      values: { code },
      to: `/pripady/${id}/hodnoceni`,
      due: dueOn,
      urgency,
    }));
  });
}

/** A mentor's cases on which work has not begun. */
async function forMentor(actor: Actor, today: string): Promise<WaitingTask[]> {
  const rows = await db().case.findMany({
    where: { AND: [whereCase(actor, "activity:log"), { state: "assigned" }] },
    select: {
      id: true,
      client: { select: { code: true } },
      assignments: { where: { openCaseId: { not: null } }, select: { assignedOn: true } },
    },
    orderBy: { referredOn: "asc" },
  });
  return rows.map(({ id, client, assignments }) => {
    const since = assignments[0] ? dateToDay(assignments[0].assignedOn) : today;
    return {
      id: `registry-begin-${id}`,
      text: "registry:waiting.begin",
      values: { code: client.code },
      to: `/pripady/${id}`,
      urgency: since < today ? ("today" as const) : ("soon" as const),
    };
  });
}
