import type { Actor } from "~/access/index.server";
import { namesOf, organisationsOf } from "~/people/index.server";
import { db, type Prisma } from "~/platform/db/index.server";
import {
  countByCentre,
  totalOf,
  type CentreCount,
  type CountedCase,
  type Period,
  type TotalCount,
} from "../rules/counting";
import { whereCase } from "./case-scope.server";
import { casesInPeriod } from "./count-cases.server";
import type { ShownMentor } from "./read-case.server";

export interface ReportRow extends CentreCount {
  centre: string;
}

export interface RegistryReport extends Period {
  /** By the centre's name, in Czech order. */
  rows: ReportRow[];
  total: TotalCount;
}

/** Counts the cases the actor may report on. */
export async function readReport(actor: Actor, period: Period): Promise<RegistryReport> {
  return reportOf(whereCase(actor, "report:read"), period);
}

/** Counts every case: for the operator's command, which has no actor. */
export async function wholeReport(period: Period): Promise<RegistryReport> {
  return reportOf({}, period);
}

async function reportOf(where: Prisma.CaseWhereInput, period: Period): Promise<RegistryReport> {
  const counts = countByCentre(await casesInPeriod(where, period));
  const centres = await organisationsOf(counts.map(({ centreId }) => centreId));
  // Probation centres first, as in the published table; town halls came later.
  const afterCentres = ({ centreId }: CentreCount) =>
    Number(centres.get(centreId)?.kind !== "probation_centre");
  const rows = counts
    .map((count) => ({ ...count, centre: centres.get(count.centreId)?.name ?? count.centreId }))
    .sort(
      (a, b) =>
        afterCentres(a) - afterCentres(b) ||
        a.centre.localeCompare(b.centre, "cs") ||
        a.centreId.localeCompare(b.centreId),
    );
  return { ...period, rows, total: totalOf(rows) };
}

/** A mentor behind the number of mentors, with the cases that make him count at a centre. */
export interface ReportMentor extends ShownMentor {
  centreId: string;
  centre: string;
  clients: number;
  successful: number;
}

/**
 * The mentors a report counts, one row per centre and mentor: as many rows as the number says.
 * @param centreId one centre, or null for all of them
 */
export async function reportMentors(
  actor: Actor,
  period: Period,
  centreId: string | null,
): Promise<ReportMentor[]> {
  const where = whereCase(actor, "report:read");
  const counted = await casesInPeriod(
    centreId ? { AND: [where, { organisationId: centreId }] } : where,
    period,
  );
  const tallies = talliesOf(counted);
  const mentors = await db().mentor.findMany({
    where: { id: { in: tallies.map(({ mentorId }) => mentorId) } },
  });
  const byId = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const names = await namesOf(mentors.flatMap(({ accountId }) => accountId ?? []));
  const centres = await organisationsOf(tallies.map((tally) => tally.centreId));
  return tallies
    .map(({ mentorId, ...tally }) => {
      const mentor = byId.get(mentorId);
      return {
        ...tally,
        centre: centres.get(tally.centreId)?.name ?? tally.centreId,
        id: mentorId,
        code: mentor?.code ?? "",
        name: (mentor?.accountId && names.get(mentor.accountId)) ?? null,
      };
    })
    .sort((a, b) => a.centre.localeCompare(b.centre, "cs") || a.code.localeCompare(b.code, "cs"));
}

interface Tally {
  centreId: string;
  mentorId: string;
  clients: number;
  successful: number;
}

function talliesOf(counted: readonly CountedCase[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { centreId, mentorIds, successful } of counted) {
    for (const mentorId of mentorIds) {
      const key = `${centreId} ${mentorId}`;
      const tally = tallies.get(key) ?? { centreId, mentorId, clients: 0, successful: 0 };
      tally.clients += 1;
      tally.successful += successful ? 1 : 0;
      tallies.set(key, tally);
    }
  }
  return [...tallies.values()];
}
