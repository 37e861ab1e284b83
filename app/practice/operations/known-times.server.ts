import { dateToDay, dayOf, dayToDate, minuteOfDay, momentsOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import type { KnownSession, KnownTime } from "../rules/entry-limits";
import { knownEntry } from "./entry-content.server";

/** Minutes of a day up to its midnight. */
const wholeDay = 24 * 60;

/**
 * Everything that takes up a person's time on a day: entries of all runs, teaching and supervision that was
 * attended, as a trainee or as a mentor.
 * @param except id of the entry being corrected
 */
export async function knownTimes(
  reader: Tx,
  { accountId, day, except }: { accountId: string; day: string; except?: string },
): Promise<KnownTime[]> {
  const entries = await reader.practiceEntry.findMany({
    where: { enrolment: { accountId }, day: dayToDate(day), id: { not: except } },
  });
  return [
    ...entries.map(knownEntry),
    ...(await teachingOf(reader, accountId, day)),
    ...(await supervisionOf(reader, accountId, day)),
  ];
}

async function teachingOf(reader: Tx, accountId: string, day: string): Promise<KnownSession[]> {
  const rows = await reader.sessionAttendance.findMany({
    where: {
      state: "present",
      enrolment: { accountId },
      session: {
        state: "held",
        // A session may last past midnight: it takes up time of both days.
        startsAt: { lte: momentsOf(day, wholeDay - 1)[0] },
        endsAt: { gt: momentsOf(day, 0)[0] },
      },
    },
    select: { arrivedAt: true, leftAt: true, session: { select: { startsAt: true, endsAt: true } } },
  });
  return rows
    .map(({ arrivedAt, leftAt, session }): KnownSession => {
      const start = arrivedAt ?? session.startsAt;
      const end = leftAt ?? session.endsAt;
      return {
        kind: "teaching",
        day,
        startMinute: dayOf(start) < day ? 0 : dayOf(start) > day ? wholeDay : minuteOfDay(start),
        endMinute: dayOf(end) < day ? 0 : dayOf(end) > day ? wholeDay : minuteOfDay(end),
      };
    })
    .filter(({ startMinute, endMinute }) => startMinute < endMinute);
}

async function supervisionOf(reader: Tx, accountId: string, day: string): Promise<KnownSession[]> {
  const rows = await reader.supervisionAttendance.findMany({
    where: {
      OR: [{ enrolment: { accountId } }, { mentor: { accountId } }],
      session: { day: dayToDate(day), state: "held" },
    },
    select: { minutes: true, session: { select: { day: true, startMinute: true } } },
  });
  return rows.map(({ minutes, session }) => ({
    kind: "supervision",
    day: dateToDay(session.day),
    startMinute: session.startMinute,
    endMinute: Math.min(wholeDay, session.startMinute + minutes),
  }));
}
