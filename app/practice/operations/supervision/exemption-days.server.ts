import { dateToDay } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import type { ExemptDays } from "../../rules/supervision/exemption";

/**
 * Days on which people are freed of supervision, by trainee or mentor. What a coordinator took back does not
 * count; people without any are absent from the map.
 */

/** Exemptions of certified mentors, by mentor, in order. One query. */
export async function supervisionExemptionsOfMentors(
  mentorIds: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, ExemptDays[]>> {
  const ids = [...new Set(mentorIds)];
  return exemptions({ mentorId: { in: ids } }, ids, reader);
}

/** Exemptions of trainees, by enrolment, in order. One query. */
export async function supervisionExemptionsOfTrainees(
  enrolmentIds: Iterable<string>,
  reader: Tx = db(),
): Promise<Map<string, ExemptDays[]>> {
  const ids = [...new Set(enrolmentIds)];
  return exemptions({ enrolmentId: { in: ids } }, ids, reader);
}

async function exemptions(
  where: Prisma.SupervisionExemptionWhereInput,
  ids: readonly string[],
  reader: Tx,
): Promise<Map<string, ExemptDays[]>> {
  const byPerson = new Map<string, ExemptDays[]>();
  if (ids.length === 0) return byPerson;
  const rows = await reader.supervisionExemption.findMany({
    where: { AND: [where, { revokedAt: null }] },
    select: { enrolmentId: true, mentorId: true, fromDay: true, toDay: true },
    orderBy: [{ fromDay: "asc" }, { id: "asc" }],
  });
  for (const row of rows) {
    const person = row.enrolmentId ?? row.mentorId;
    if (person === null) continue;
    const days = { fromDay: dateToDay(row.fromDay), toDay: dateToDay(row.toDay) };
    byPerson.set(person, [...(byPerson.get(person) ?? []), days]);
  }
  return byPerson;
}
