import { commissionSize } from "./codes";

/** Who is to sit in a commission, and who must not. */
export interface CommissionFacts {
  members: readonly string[];
  chair: string;
  /** Accounts from which members may be chosen. */
  eligible: ReadonlySet<string>;
  /** Accounts of those examined. */
  examinees: ReadonlySet<string>;
  /** Accounts of everybody who ever guided one of them. */
  guides: ReadonlySet<string>;
}

export type CommissionRefusalCode = "size" | "chair" | "notEligible" | "examinee" | "guide";

export interface CommissionRefusal {
  code: CommissionRefusalCode;
  /** The member it is about. */
  accountId?: string;
}

/**
 * Why a commission cannot sit, or null: three different people (vyhláška 176/2009 Sb. § 4 (3)), one of them
 * the chair (§ 4 (4)), nobody examined and no guide of anybody examined among them (the programme's own rule).
 */
export function commissionRefusal(facts: CommissionFacts): CommissionRefusal | null {
  const members = new Set(facts.members);
  if (members.size !== commissionSize || facts.members.length !== commissionSize) return { code: "size" };
  if (!members.has(facts.chair)) return { code: "chair" };
  for (const accountId of members) {
    if (facts.examinees.has(accountId)) return { code: "examinee", accountId };
    if (facts.guides.has(accountId)) return { code: "guide", accountId };
    if (!facts.eligible.has(accountId)) return { code: "notEligible", accountId };
  }
  return null;
}
