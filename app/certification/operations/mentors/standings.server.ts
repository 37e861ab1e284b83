import { supervisionDaysOfMentors, supervisionExemptionsOfMentors } from "~/practice/index.server";
import { settingsTimeline } from "~/programme/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Prisma, type Tx } from "~/platform/db/index.server";
import type { StandingFacts } from "../../rules/mentors/facts";
import { certificatesOf, pledgeOf, type MentorCertificate } from "./certificates-of-mentors.server";

export type { MentorCertificate } from "./certificates-of-mentors.server";

/** A row of the register of mentors; days are `YYYY-MM-DD`. */
export interface MentorFacts {
  id: string;
  code: string;
  accountId: string | null;
  regionCode: string | null;
  certifiedOn: string | null;
  endedOn: string | null;
}

/** A mentor with everything the standing is computed from. */
export interface MentorWithFacts extends MentorFacts {
  version: number;
  /** The newest one of the portal. */
  certificate: MentorCertificate | null;
  facts: StandingFacts;
}

const decisions = { select: { kind: true, fromDay: true, decidedAt: true } } as const;

/**
 * Mentors of a where-clause with the facts of their standing, in one batch of queries however many there are.
 * Scope is the caller's business.
 */
export async function mentorsWithFacts(
  where: Prisma.MentorWhereInput,
  reader: Tx = db(),
): Promise<MentorWithFacts[]> {
  const rows = await reader.mentor.findMany({ where, include: { decisions } });
  const ids = rows.map(({ id }) => id);
  const certified = await certificatesOf(
    rows.flatMap(({ accountId }) => accountId ?? []),
    reader,
  );
  const supervision = await supervisionDaysOfMentors(ids, reader);
  const exemptions = await supervisionExemptionsOfMentors(ids, reader);
  const settings = await settingsTimeline(reader);
  return rows.map((row) => {
    const certificates = (row.accountId && certified.get(row.accountId)) || [];
    const mentor = mentorFacts(row);
    return {
      ...mentor,
      version: row.version,
      certificate: certificates.at(-1) ?? null,
      facts: {
        registeredOn: dayOf(row.createdAt),
        certifiedOn: mentor.certifiedOn,
        endedOn: mentor.endedOn,
        certificates,
        pledge: pledgeOf(certificates),
        supervisionDays: supervision.get(row.id) ?? [],
        exemptions: exemptions.get(row.id) ?? [],
        decisions: row.decisions.map(({ kind, fromDay, decidedAt }) => ({
          kind,
          fromDay: dateToDay(fromDay),
          decidedAt: decidedAt.toISOString(),
        })),
        settings,
      },
    };
  });
}

/** The row in days. */
export function mentorFacts(row: Prisma.MentorGetPayload<object>): MentorFacts {
  const { id, code, accountId, regionCode } = row;
  const certifiedOn = row.certifiedOn && dateToDay(row.certifiedOn);
  return { id, code, accountId, regionCode, certifiedOn, endedOn: row.endedOn && dateToDay(row.endedOn) };
}
