import type { Actor } from "~/access/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { mentorView, type MentorView } from "./mentor-view.server";
import { whereMentor } from "./mentor-scope.server";
import { mentorsWithFacts } from "./standings.server";

/** What a mentor reads about the own work; null when the register of mentors does not know the account. */
export async function readOwnMentor(actor: Actor, { now }: { now: Date }): Promise<MentorView | null> {
  return inTransaction(async (tx) => {
    const [mentor] = await mentorsWithFacts(whereMentor(actor, "mentor:own"), tx);
    return mentor ? mentorView(mentor, dayOf(now), tx) : null;
  });
}
