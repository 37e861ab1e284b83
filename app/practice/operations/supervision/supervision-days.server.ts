import { dateToDay } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";

/**
 * Days of held supervision mentors attended, the newest first; mentors without any are absent. One query.
 * What is only planned, or was cancelled, counts nowhere.
 */
export async function supervisionDaysOfMentors(
  mentorIds: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, string[]>> {
  const ids = [...new Set(mentorIds)];
  if (ids.length === 0) return new Map();
  const rows = await reader.supervisionAttendance.findMany({
    where: { mentorId: { in: ids }, session: { state: "held" } },
    select: { mentorId: true, session: { select: { day: true } } },
    orderBy: { session: { day: "desc" } },
  });
  const days = new Map<string, string[]>();
  for (const { mentorId, session } of rows) {
    if (mentorId === null) continue;
    days.set(mentorId, [...(days.get(mentorId) ?? []), dateToDay(session.day)]);
  }
  return days;
}
