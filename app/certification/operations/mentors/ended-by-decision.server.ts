import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { mentorStanding } from "../../rules/mentors/standing";
import { mentorsWithFacts } from "./standings.server";

/** Whether somebody is no mentor because a coordinator decided so, whatever certificates say. */
export async function isEndedByDecision(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const [mentor] = await mentorsWithFacts({ accountId }, tx);
  if (!mentor) return false;
  const { state, cause } = mentorStanding(mentor.facts, dayOf(now));
  return state === "ended" && cause === "decision";
}
