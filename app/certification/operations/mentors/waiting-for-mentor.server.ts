import type { Actor } from "~/access/index.server";
import { daysBetween, dayOf } from "~/platform/days";
import { programmeSettings } from "~/programme/index.server";
import type { WaitingTask } from "~/platform/waiting-task";
import { mentorStanding } from "../../rules/mentors/standing";
import { mentorsWithFacts } from "./standings.server";

/** A mentor's own deadline of supervision: reminded of twice before it, and once it has passed. */
export async function waitingForMentor(actor: Actor, now: Date): Promise<WaitingTask[]> {
  const [mentor] = await mentorsWithFacts({ accountId: actor.accountId });
  if (!mentor) return [];
  const today = dayOf(now);
  const { state, cause, dueOn, exemptTo } = mentorStanding(mentor.facts, today);
  const to = "/mentor";
  if (state === "suspended") {
    const text = `mentors:waiting.own.suspended.${cause === "pledge" ? "pledge" : "decision"}`;
    return [{ id: "mentor-suspended", text, to, urgency: "today" }];
  }
  if (dueOn === null || exemptTo !== null) return [];
  if (state === "lapsing" || state === "lapsed") {
    const text = `mentors:waiting.own.${state}`;
    return [{ id: "mentor-supervision", text, to, due: dueOn, urgency: "overdue" }];
  }
  const [first, last] = (await programmeSettings()).warnDays;
  const left = daysBetween(today, dueOn);
  if (left > first) return [];
  const text = `mentors:waiting.own.${left > last ? "soon" : "now"}`;
  return [{ id: "mentor-supervision", text, to, due: dueOn, urgency: left > last ? "soon" : "today" }];
}
