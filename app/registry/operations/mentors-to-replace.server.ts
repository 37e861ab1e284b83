import type { Actor } from "~/access/index.server";
import { mentorsById } from "~/certification/index.server";
import { db } from "~/platform/db/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { whereCase } from "./case-scope.server";

/** Above this many a task says how many there are instead of naming each. */
const namedAtMost = 3;

/** Mentors who are not active and still have open cases; those who ended are told of case by case. */
export async function mentorsToReplace(actor: Actor, today: string): Promise<WaitingTask[]> {
  const working = await db().assignment.groupBy({
    by: ["mentorId"],
    where: { openCaseId: { not: null }, case: whereCase(actor, "case:assign") },
    _count: true,
  });
  const loads = new Map(working.map(({ mentorId, _count }) => [mentorId, _count]));
  const mentors = [...(await mentorsById(loads.keys(), today)).values()];
  return (["suspended", "lapsed", "lapsing"] as const).flatMap((state): WaitingTask[] => {
    const found = mentors.filter(({ standing }) => standing.state === state);
    const urgency = state === "lapsing" ? "soon" : "today";
    const text = `mentors:waiting.withCases.${state}`;
    if (found.length > namedAtMost) {
      const values = { count: found.length };
      const to = `/mentori?stav=${state}`;
      return [{ id: `mentors-${state}`, text: `mentors:waiting.several.${state}`, values, to, urgency }];
    }
    return found.map(({ id, name, code }) => ({
      id: `mentor-${id}`,
      text,
      values: { mentor: name ?? code, count: loads.get(id) ?? 0 },
      to: actor.can("mentor:list") ? `/mentori/${id}` : `/pripady?mentor=${id}`,
      urgency,
    }));
  });
}
