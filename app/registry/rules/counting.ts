/**
 * The counting rule of the registry's reports, as the programme has published its results since 2011:
 * a case counts in a period if a mentor's work on it overlaps the period; it is successful if the last
 * evaluation signed on or before the period's last day says so; mentors are counted distinct per centre.
 * Source: the programme's own evaluation (presentation "Romský mentoring", 2012, table for 1. 1. 2011 – 30. 4. 2012).
 */

/** Both days belong to the period; `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

export interface CountedWork {
  mentorId: string;
  /** First day of the mentor's work; null when it never began, and then it counts nowhere. */
  startedOn: string | null;
  /** Last day; null while it goes on. */
  endedOn: string | null;
}

export interface CountedEvaluation {
  signedOn: string;
  /** Orders evaluations of one day: the one recorded later corrects the earlier. */
  recordedAt: number;
  successful: boolean;
}

export interface CountableCase {
  id: string;
  centreId: string;
  work: readonly CountedWork[];
  evaluations: readonly CountedEvaluation[];
}

/** A case that counts in a period, with the mentors whose work makes it count. */
export interface CountedCase {
  id: string;
  centreId: string;
  mentorIds: string[];
  successful: boolean;
}

export interface CentreCount {
  centreId: string;
  mentors: number;
  clients: number;
  successful: number;
}

export interface TotalCount {
  mentors: number;
  clients: number;
  successful: number;
}

/** Does a mentor's work overlap the period? Work of a single day on its edge does. */
export function overlaps(work: CountedWork, period: Period): boolean {
  if (work.startedOn === null) return false;
  return work.startedOn <= period.to && (work.endedOn === null || work.endedOn >= period.from);
}

/** What the last evaluation signed on or before a day says; without one the case is not successful. */
export function successfulOn(evaluations: readonly CountedEvaluation[], lastDay: string): boolean {
  let last: CountedEvaluation | null = null;
  for (const evaluation of evaluations) {
    if (evaluation.signedOn > lastDay) continue;
    if (!last || isLater(evaluation, last)) last = evaluation;
  }
  return last?.successful ?? false;
}

function isLater(one: CountedEvaluation, other: CountedEvaluation): boolean {
  if (one.signedOn !== other.signedOn) return one.signedOn > other.signedOn;
  return one.recordedAt >= other.recordedAt;
}

/** The cases that count in a period, in the order given. */
export function countedCases(cases: readonly CountableCase[], period: Period): CountedCase[] {
  return cases.flatMap((one) => {
    const working = one.work.filter((work) => overlaps(work, period));
    if (working.length === 0) return [];
    return {
      id: one.id,
      centreId: one.centreId,
      mentorIds: [...new Set(working.map((work) => work.mentorId))],
      successful: successfulOn(one.evaluations, period.to),
    };
  });
}

/** One row per centre that has a counted case, in the order in which the centres first appear. */
export function countByCentre(counted: readonly CountedCase[]): CentreCount[] {
  const centres = new Map<string, { mentors: Set<string>; clients: number; successful: number }>();
  for (const { centreId, mentorIds, successful } of counted) {
    const row = centres.get(centreId) ?? { mentors: new Set<string>(), clients: 0, successful: 0 };
    for (const mentorId of mentorIds) row.mentors.add(mentorId);
    row.clients += 1;
    row.successful += successful ? 1 : 0;
    centres.set(centreId, row);
  }
  return [...centres].map(([centreId, row]) => ({ centreId, ...row, mentors: row.mentors.size }));
}

/** The sum of the rows, as in the published table: a mentor of two centres is counted in both. */
export function totalOf(rows: readonly CentreCount[]): TotalCount {
  const total = { mentors: 0, clients: 0, successful: 0 };
  for (const row of rows) {
    total.mentors += row.mentors;
    total.clients += row.clients;
    total.successful += row.successful;
  }
  return total;
}

/** Share of successful clients between 0 and 1; null when there are none to divide by. */
export function successShare({
  clients,
  successful,
}: {
  clients: number;
  successful: number;
}): number | null {
  return clients === 0 ? null : successful / clients;
}
