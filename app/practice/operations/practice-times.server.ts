import { dateToDay, dayToDate } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import { overlap, type EntryTimes } from "../rules/entry-limits";
import { holdsTime } from "../rules/entry-states";
import { practiceStates } from "../codes";

/**
 * Times of practice on given days, by enrolment: of the person, in whichever run it was logged. For those who
 * record teaching or supervision and must not put somebody at two places at once.
 * @param enrolmentIds enrolments whose scope the caller has checked
 */
export async function practiceTimesOf(
  enrolmentIds: readonly string[],
  days: readonly string[],
  reader: Tx = db(),
): Promise<Map<string, EntryTimes[]>> {
  const times = new Map<string, EntryTimes[]>(enrolmentIds.map((id) => [id, []]));
  if (enrolmentIds.length === 0 || days.length === 0) return times;
  const people = await reader.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    select: { id: true, accountId: true },
  });
  const entries = await reader.practiceEntry.findMany({
    where: {
      day: { in: days.map(dayToDate) },
      state: { in: practiceStates.filter(holdsTime) },
      enrolment: { accountId: { in: people.map(({ accountId }) => accountId) } },
    },
    select: { day: true, startMinute: true, endMinute: true, enrolment: { select: { accountId: true } } },
    orderBy: [{ day: "asc" }, { startMinute: "asc" }],
  });
  for (const { id, accountId } of people) {
    const own = entries.filter(({ enrolment }) => enrolment.accountId === accountId);
    times.set(
      id,
      own.map(({ day, startMinute, endMinute }) => ({ day: dateToDay(day), startMinute, endMinute })),
    );
  }
  return times;
}

/**
 * The first of several people whose practice falls into a time, with that practice; null when nobody's does.
 * @param wanted time of each enrolment; half-open, so that touching is fine
 */
export async function practiceClash(
  wanted: readonly (EntryTimes & { enrolmentId: string })[],
  reader: Tx = db(),
): Promise<{ enrolmentId: string; practice: EntryTimes } | null> {
  const days = [...new Set(wanted.map(({ day }) => day))];
  const times = await practiceTimesOf(
    wanted.map(({ enrolmentId }) => enrolmentId),
    days,
    reader,
  );
  for (const { enrolmentId, ...time } of wanted) {
    const practice = times.get(enrolmentId)?.find((one) => overlap(one, time));
    if (practice) return { enrolmentId, practice };
  }
  return null;
}
