import { dateToDay, dayToDate } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import { countedCases, type CountedCase, type Period } from "../rules/counting";

type Reader = Pick<Tx, "case">;

/** The cases of a scope that count in a period, by the rule in rules/counting.ts. */
export async function casesInPeriod(
  where: Prisma.CaseWhereInput,
  period: Period,
  reader: Reader = db(),
): Promise<CountedCase[]> {
  const from = dayToDate(period.from);
  const to = dayToDate(period.to);
  // The database leaves out what cannot count; the rule decides about the rest.
  const rows = await reader.case.findMany({
    where: {
      AND: [
        where,
        {
          assignments: {
            some: { startedOn: { lte: to }, OR: [{ endedOn: null }, { endedOn: { gte: from } }] },
          },
        },
      ],
    },
    select: {
      id: true,
      organisationId: true,
      assignments: {
        where: { startedOn: { lte: to } },
        select: { mentorId: true, startedOn: true, endedOn: true },
      },
      evaluations: {
        where: { signedOn: { lte: to } },
        select: { signedOn: true, signedAt: true, successful: true },
        orderBy: [{ signedOn: "asc" }, { signedAt: "asc" }, { id: "asc" }],
      },
    },
  });
  const countable = rows.map((row) => ({
    id: row.id,
    centreId: row.organisationId,
    work: row.assignments.map(({ mentorId, startedOn, endedOn }) => ({
      mentorId,
      startedOn: startedOn && dateToDay(startedOn),
      endedOn: endedOn && dateToDay(endedOn),
    })),
    evaluations: row.evaluations.map(({ signedOn, signedAt, successful }) => ({
      signedOn: dateToDay(signedOn),
      recordedAt: signedAt.getTime(),
      successful,
    })),
  }));
  return countedCases(countable, period);
}
