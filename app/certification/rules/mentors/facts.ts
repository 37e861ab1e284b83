import type { ExemptDays } from "~/practice/index";
import type { SettingsTimeline } from "~/programme/index";

/** What a mentor's standing is computed from. Days are `YYYY-MM-DD`, both ends of a span included. */
export interface StandingFacts {
  /** Day the row came into the register of mentors. */
  registeredOn: string;
  /** Day of the first certificate; null for rows of older registers until somebody has seen the certificate. */
  certifiedOn: string | null;
  /** The end as the register keeps it, whatever the reason. */
  endedOn: string | null;
  /** Certificates issued in the portal, in any order; none for certificates on paper. */
  certificates: readonly CertificateSpan[];
  /** Day of the pledge of confidentiality; `onPaper` when the certificate was not issued in the portal. */
  pledge: { signedOn: string } | "missing" | "onPaper";
  /** Days of held supervision, in any order. */
  supervisionDays: readonly string[];
  /** Days on which the duty of supervision does not run. */
  exemptions: readonly ExemptDays[];
  decisions: readonly DecisionFact[];
  settings: SettingsTimeline;
}

export interface CertificateSpan {
  issuedOn: string;
  /** ISO moment of issue: what came first on one day. */
  issuedAt: string;
  /** Valid up to this day, not included. */
  revokedOn: string | null;
  /** Issued instead of an earlier one of the same person: a new name, a mistake in the text. */
  replaces: boolean;
}

export const decisionKinds = ["suspended", "restored", "ended", "renewed"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface DecisionFact {
  kind: DecisionKind;
  /** From this day on. */
  fromDay: string;
  /** ISO moment. */
  decidedAt: string;
}

/** Decisions that hold on a day, in the order in which they hold. */
export function decisionsUpTo<Decision extends DecisionFact>(
  decisions: readonly Decision[],
  day: string,
): Decision[] {
  return decisions
    .filter(({ fromDay }) => fromDay <= day)
    .sort((a, b) => a.fromDay.localeCompare(b.fromDay) || a.decidedAt.localeCompare(b.decidedAt));
}

/** First day of which the register knows anything about the mentor. */
export function knownSince(facts: StandingFacts): string {
  const days = [facts.certifiedOn, ...facts.certificates.map(({ issuedOn }) => issuedOn)];
  if (facts.certifiedOn === null) days.push(facts.registeredOn, ...facts.supervisionDays);
  return days.filter((day) => day !== null).sort()[0] ?? facts.registeredOn;
}
