import { forgetAttempts, mayAttempt, networkOf, type Limited, type RateLimit } from "~/access/index.server";
import { unseal } from "~/platform/crypto/index.server";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { parseContent } from "../document/content";
import { certificatePlace } from "../places";
import { normaliseCode } from "../rules/certificate-code";

/** Unknown codes one network may ask about; those that exist do not count. */
const unknownCodes: RateLimit = {
  kind: "window",
  name: "certificate-code",
  attempts: 30,
  windowMs: 60 * 60_000,
};

/** What the public learns about a code: never more than the certificate itself says. */
export type Verification =
  | {
      kind: "known";
      code: string;
      revokedOn: string | null;
      /** Number of the certificate issued instead; its code is not given away. */
      replacedBy: string | null;
      certificate: VerifiedCertificate;
    }
  | { kind: "unknown" }
  | { kind: "tooMany" };

export interface VerifiedCertificate {
  number: string;
  name: string;
  programme: string;
  provider: string;
  issuedOn: string;
}

/**
 * Looks a code up for anybody. Whatever the code looks like, it is counted first and looked for afterwards;
 * a code is one of 2^100, so nobody finds a certificate by trying.
 * @param address address of the caller
 */
export async function verifyCertificate(
  typed: string,
  address: string,
  { now }: { now: Date },
): Promise<Verification> {
  const limited: Limited[] = [[unknownCodes, networkOf(address)]];
  const code = normaliseCode(typed);
  return inTransaction(async (tx) => {
    if (!(await mayAttempt(tx, limited, now))) return { kind: "tooMany" };
    const row = await tx.certificate.findUnique({
      // What cannot be a code is looked for as well: the answer takes as long.
      where: { code: code ?? "" },
      select: {
        id: true,
        contentSealed: true,
        revokedAt: true,
        replacedBy: { select: { number: true } },
      },
    });
    if (!row || !code) return { kind: "unknown" };
    await forgetAttempts(tx, limited);
    const content = parseContent(unseal(row.contentSealed, certificatePlace("contentSealed", row.id)));
    return {
      kind: "known",
      code,
      revokedOn: row.revokedAt && dayOf(row.revokedAt),
      replacedBy: row.replacedBy?.number ?? null,
      certificate: {
        number: content.number,
        name: content.name,
        programme: content.programme,
        provider: content.provider.name,
        issuedOn: content.issuedOn,
      },
    };
  });
}
