import { dateToDay } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import type { MentorExperience } from "../rules/experience";

type Reader = Pick<Tx, "assignment" | "mentor">;

/**
 * Cases that ended while a mentor was working on them, by mentor id: the measure of experience.
 * A referral that was declined, and work handed over before the end, do not count.
 */
export async function closedCaseCounts(
  mentorIds: Iterable<string>,
  reader: Reader = db(),
): Promise<Map<string, number>> {
  const finished = await reader.assignment.findMany({
    where: {
      mentorId: { in: [...mentorIds] },
      startedOn: { not: null },
      endReason: "case_ended",
      case: { state: "closed" },
    },
    select: { mentorId: true, caseId: true },
    distinct: ["mentorId", "caseId"],
  });
  const counts = new Map<string, number>();
  for (const { mentorId } of finished) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
  return counts;
}

/** Cases mentors have now among those of a where-clause, by mentor id; without any they are absent. */
export async function openCaseCounts(
  mentorIds: Iterable<string>,
  cases: Prisma.CaseWhereInput,
  reader: Reader = db(),
): Promise<Map<string, number>> {
  const rows = await reader.assignment.groupBy({
    by: ["mentorId"],
    where: { mentorId: { in: [...mentorIds] }, openCaseId: { not: null }, case: cases },
    _count: true,
  });
  return new Map(rows.map(({ mentorId, _count }) => [mentorId, _count]));
}

/** What the experience of mentors is judged by: since when, and how many cases they brought to an end. */
export async function mentorExperience(
  mentorIds: Iterable<string>,
  reader: Reader = db(),
): Promise<Map<string, MentorExperience>> {
  const ids = [...mentorIds];
  const mentors = await reader.mentor.findMany({
    where: { id: { in: ids } },
    select: { id: true, certifiedOn: true },
  });
  const firstWork = await reader.assignment.groupBy({
    by: ["mentorId"],
    where: { mentorId: { in: ids }, startedOn: { not: null } },
    _min: { startedOn: true },
  });
  const firstDays = new Map(firstWork.map(({ mentorId, _min }) => [mentorId, _min.startedOn]));
  const closed = await closedCaseCounts(ids, reader);
  return new Map(
    mentors.map(({ id, certifiedOn }) => {
      const since = certifiedOn ?? firstDays.get(id) ?? null;
      return [id, { since: since && dateToDay(since), closedCases: closed.get(id) ?? 0 }];
    }),
  );
}
