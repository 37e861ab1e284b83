import { dayOf } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import type { StandingFacts } from "../../rules/mentors/facts";

/** A certificate of a mentor as the register of mentors shows it. */
export interface MentorCertificate {
  id: string;
  number: string;
  issuedOn: string;
  revokedOn: string | null;
}

export interface CertificateFact extends MentorCertificate {
  issuedAt: string;
  replaces: boolean;
  pledgedOn: string | null;
}

/** Certificates by account, the oldest first, each with the pledge of its enrolment. */
export async function certificatesOf(
  accountIds: readonly string[],
  reader: Tx,
): Promise<Map<string, CertificateFact[]>> {
  const byAccount = new Map<string, CertificateFact[]>();
  if (accountIds.length === 0) return byAccount;
  const rows = await reader.certificate.findMany({
    where: { enrolment: { accountId: { in: [...accountIds] } } },
    select: {
      id: true,
      number: true,
      issuedAt: true,
      revokedAt: true,
      replacesId: true,
      enrolment: { select: { accountId: true, pledges: { select: { signedAt: true } } } },
    },
    orderBy: [{ issuedAt: "asc" }, { number: "asc" }],
  });
  for (const { id, number, issuedAt, revokedAt, replacesId, enrolment } of rows) {
    const [pledge] = enrolment.pledges;
    const fact: CertificateFact = {
      id,
      number,
      issuedOn: dayOf(issuedAt),
      issuedAt: issuedAt.toISOString(),
      revokedOn: revokedAt && dayOf(revokedAt),
      replaces: replacesId !== null,
      pledgedOn: pledge ? dayOf(pledge.signedAt) : null,
    };
    byAccount.set(enrolment.accountId, [...(byAccount.get(enrolment.accountId) ?? []), fact]);
  }
  return byAccount;
}

/** One signed pledge is enough; a certificate on paper came with one on paper. */
export function pledgeOf(certificates: readonly CertificateFact[]): StandingFacts["pledge"] {
  if (certificates.length === 0) return "onPaper";
  const [signedOn] = certificates.flatMap(({ pledgedOn }) => pledgedOn ?? []).sort();
  return signedOn ? { signedOn } : "missing";
}
